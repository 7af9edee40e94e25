"""Hits marked in the text as it was written, accents and all, in the passage that has most."""

import re
from itertools import pairwise
from unicodedata import normalize

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.query import Query
from search.spelling import plain, plain_spellings, toned_spellings

LENGTH = 240  # letters of a passage
BEFORE = 60  # of them before its first hit
NEAR = 180  # letters within which hits belong together

# Each letter without its accent and small, so that a place in the folded text is one in the text.
LETTERS = {
    code: letter
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if len(letter := plain(chr(code).lower().replace("ð", "đ"))) == 1
}


class Marker:
    """Marks the words of a query."""

    def __init__(self, query: Query):
        self.query = query
        words = [*query.words, *(word for name in query.longer.values() for word in name)]
        forms = {form for word in words for form in plain_spellings(word)}
        either = "|".join(sorted(forms, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])") if forms else None
        self.toned = {form for word in words for form in toned_spellings(word)}
        self.asks_accents = query.has_accents

    def whole(self, text) -> SafeString:
        """All of a short text."""
        text = normalize("NFC", text)
        return _marked(text, 0, len(text), self.hits(text))

    def passage(self, text) -> SafeString:
        """The part of a long text where most of the words stand together; its beginning where
        none does."""
        text = normalize("NFC", text)
        hits = self.hits(text)
        start = _start(text, _best(text, hits)) if hits else 0
        end = start + LENGTH
        if end < len(text):
            end = text.rfind(" ", start, end + 1)
            end = start + LENGTH if end <= start else end
        return _marked(text, start, min(end, len(text)), hits)

    def has_all(self, text):
        """Whether every word of the query stands in a text, in any spelling."""
        text = normalize("NFC", text)
        met = {text[a:b].translate(LETTERS) for a, b in self.hits(text)}
        return all(met.intersection(plain_spellings(word)) for word in self.query.words)

    def hits(self, text):
        """[(start, end)]; only those with the accents that were typed, where there are any."""
        if self.pattern is None:
            return []
        hits = [m.span() for m in self.pattern.finditer(text.translate(LETTERS))]
        if not self.asks_accents:
            return hits
        right = [(a, b) for a, b in hits if text[a:b].lower() in self.toned]
        return right or hits


def snippet(text: str, query: str) -> SafeString:
    return Marker(Query.parse(query)).passage(text)


def _best(text, hits):
    """Where the passage's first hit is: as many different words as possible within NEAR, then as
    many in a row, then early ones."""
    best, most = 0, (0, 0)
    for number, (start, _) in enumerate(hits):
        near = [hit for hit in hits[number : number + 20] if hit[1] - start <= NEAR]
        words = {text[a:b].lower() for a, b in near}
        rows = sum(after[0] - hit[1] <= 1 for hit, after in pairwise(near))
        if (len(words), rows) > most:
            best, most = number, (len(words), rows)
    return hits[best][0]


def _start(text, hit):
    """A little before a hit, at the beginning of a sentence if there is one, or of a word."""
    earliest = max(0, hit - BEFORE)
    if not earliest:
        return 0
    sentence = max(text.rfind(end, earliest, hit) for end in (". ", "! ", "? ", "; "))
    return sentence + 2 if sentence >= 0 else text.find(" ", earliest, hit) + 1 or hit


def _marked(text, start, end, hits):
    """text[start:end] with its hits in <mark>; those that stand in a row are one."""
    parts, place = ["… "] if start else [], start
    for first, last in _rows(text, hits):
        if start <= first and last <= end:
            parts += [escape(text[place:first]), f"<mark>{escape(text[first:last])}</mark>"]
            place = last
    parts += [escape(text[place:end]), " …" if end < len(text) else ""]
    return mark_safe("".join(parts))  # noqa: S308 — every piece of text was escaped above


def _rows(text, hits):
    rows = []
    for start, end in hits:
        if rows and text[rows[-1][1] : start].isspace():
            rows[-1] = (rows[-1][0], end)
        else:
            rows.append((start, end))
    return rows
