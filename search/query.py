"""What somebody typed, as words, phrases and what is to be left out."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from core.vietnamese import repair
from documents.symbols import citation_key
from search.spelling import has_accents, plain_spellings, toned_spellings, words_of

MAX_LENGTH = 200  # letters of a query that are read
MAX_WORDS = 16
PIECE = re.compile(r'(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))')
NUMBERED = re.compile(r"\d.*[-/.–]|[-/.–].*\d")  # 238-QĐ/TW, 19/8/1945: parts that stand in a row


@dataclass(frozen=True)
class Term:
    """Words in a row; `key`: the symbol that they may be (documents.symbols.citation_key)."""

    words: tuple
    key: str = ""

    @property
    def is_phrase(self):
        return len(self.words) > 1


@dataclass(frozen=True)
class Query:
    text: str
    terms: tuple
    left_out: tuple = ()
    longer: dict = field(default_factory=dict)  # word: the words of the name that it stands for

    @classmethod
    def parse(cls, text, synonyms=None):
        """`synonyms`: {abbreviation in small letters: words of its name} (search/synonyms.py)."""
        text = repair(text.replace("\0", " ").strip())
        terms, left_out = [], []
        for minus, quoted, bare in PIECE.findall(_shortened(text)):
            words = tuple(words_of(quoted or bare))
            if minus and words:
                left_out.append(Term(words))
            elif quoted or NUMBERED.search(bare):
                terms += [Term(words, citation_key(bare))] if words else []
            else:
                terms += [Term((word,)) for word in words]
        terms = _few(terms)
        left_out = _few(left_out) if terms else ()
        longer = {w: synonyms[w] for t in terms for w in t.words if synonyms and w in synonyms}
        return cls(text, terms, left_out, longer)

    def __bool__(self):
        return bool(self.terms)

    @cached_property
    def words(self):
        """Every word that is asked for, in order."""
        return tuple(word for term in self.terms for word in term.words)

    @cached_property
    def has_accents(self):
        return any(map(has_accents, self.words))

    def loose(self, marks=()):
        """For the index: every word in any spelling, none that is left out. `marks`: what the
        things must bear besides, each a list of which one is enough."""
        return " & ".join([*map(self._named, self.terms), *self._besides(marks)])

    def toned(self, marks=()):
        """The same with the accents that were typed; None where there are none."""
        if not self.has_accents:
            return None
        parts = [_row(term.words, toned_spellings, " & ") for term in self.terms]
        return " & ".join([*parts, *self._besides(marks)])

    def titled(self, marks=()):
        """Every word in the title."""
        parts = [_either("=" + form for form in plain_spellings(word)) for word in self.words]
        return " & ".join([*parts, *self._besides(marks)])

    def begun(self, marks=()):
        """Every word in the title, the last one perhaps cut short; or a symbol that begins so."""
        *whole, last = self.words
        parts = [_either("=" + form for form in plain_spellings(word)) for word in whole]
        last = " | ".join(f"'={form}':*" for form in plain_spellings(last))
        titled = " & ".join([*parts, f"({last})"])
        keys = [f"'#{term.key}':*" for term in self.terms if term.key]
        return " & ".join([f"({' | '.join([f'({titled})', *keys])})", *map(_either, marks)])

    def strict(self):
        """What the index cannot tell: that words stand in a row. None where that is not asked."""
        rows = [
            _or_symbol(term, _row(term.words, plain_spellings, " <-> "))
            for term in self.terms
            if term.is_phrase
        ]
        rows += [
            f"!{_row(term.words, plain_spellings, ' <-> ')}"
            for term in self.left_out
            if term.is_phrase
        ]
        return " & ".join(rows) or None

    def without_one(self, marks=()):
        """All words but any one; None for fewer than three."""
        if len(self.words) < 3:
            return None
        each = [_either(plain_spellings(word)) for word in self.words]
        parts = (" & ".join(each[:n] + each[n + 1 :]) for n in range(len(each)))
        return " & ".join([f"({' | '.join(f'({part})' for part in parts)})", *map(_either, marks)])

    def _besides(self, marks):
        left_out = [_row(t.words, plain_spellings, " & ") for t in self.left_out if not t.is_phrase]
        return [*(f"!{words}" for words in left_out), *map(_either, marks)]

    def _named(self, term):
        found = _or_symbol(term, _row(term.words, plain_spellings, " & "))
        name = self.longer.get(term.words[0]) if not term.is_phrase else None
        return f"({found} | {_row(name, plain_spellings, ' & ')})" if name else found


def lexemes(words, joint):
    """A query for words without accents, in any spelling."""
    return joint.join(_either(plain_spellings(word)) for word in words)


def _shortened(text):
    """What is read of it; a word that the limit cuts is left out."""
    if len(text) <= MAX_LENGTH:
        return text
    return text[: MAX_LENGTH + 1].rsplit(maxsplit=1)[0][:MAX_LENGTH]


def _few(terms):
    """The first words, each term once."""
    kept, count = [], 0
    for term in dict.fromkeys(terms):
        count += len(term.words)
        if count > MAX_WORDS:
            break
        kept.append(term)
    return tuple(kept) or tuple(Term(term.words[:MAX_WORDS]) for term in terms[:1])


def _row(words, spellings, joint):
    return "(" + joint.join(_either(spellings(word)) for word in words) + ")"


def _or_symbol(term, words):
    return f"({words} | '#{term.key}':*)" if term.key else words


def _either(forms):
    return "(" + " | ".join(f"'{form}'" for form in forms) + ")"
