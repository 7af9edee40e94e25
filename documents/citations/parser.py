"""Finds citations of papers in a text: the grammar of domain.md §3.

A citation turns on its number, so the text is searched for numbers and each is looked at from
both sides, with bounded steps: the time is linear in the text's length whatever it holds.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import is_normalized, normalize

from django.utils.functional import cached_property

from core.vietnamese import plain_key
from documents.citations.kinds import KINDS, LONGEST, PLAIN, WORDS, rival
from documents.symbols import DASHES, bare_key, citation_key

_KIND = "(?:" + "|".join(sorted(KINDS, key=len, reverse=True)) + ")"
_ORGAN = r"(?:TTg|[A-ZĐ]{2,12})(?:-[A-ZĐ]{1,12}){0,3}(?!\w)"
_WS = r"\s{0,4}"

NUMBER = re.compile(r"[0-9]+")
DIGITS = 5  # at most
WORD = re.compile(r"\w+")
FULL = re.compile(
    rf"{_WS}-{_WS}(?P<party>{_KIND}){_WS}/{_WS}(?P<party_organ>{_ORGAN})"
    rf"|{_WS}/{_WS}(?:(?P<year>[0-9]{{4}}){_WS}/{_WS})?"
    rf"(?:(?P<state>{_KIND}){_WS}-{_WS}(?P<state_organ>{_ORGAN})"
    r"|(?P<assembly>(?:UBTV)?QH[0-9]{1,2})(?!\w))"
)
LETTER = re.compile(r"/(?P<organ>[A-ZĐ]{2,12}-[A-ZĐ]{1,12})(?:-[A-ZĐ]{1,12}){0,2}(?!\w)")
SHORT = re.compile(r"\.(?P<organ>TW|TU|HU|ĐU)(?!\w)")
FILE_BEFORE = re.compile(rf"(?<!\w)(?P<kind>{_KIND})\.\Z")
FILE = re.compile(rf"\.(?P<organ>{_ORGAN})")
MALFORMED = re.compile(
    rf"{_WS}(?P<mark>[-/.]?){_WS}(?:[0-9]{{4}}{_WS}/{_WS})?(?P<kind>[A-Za-zĐđ]{{2,4}}){_WS}[-/]{_WS}"
    r"(?P<organ>[A-Za-zĐđƯư]{2,12}(?:-[A-Za-zĐđƯư]{1,12}){0,3})(?!\w)"
)
DATE = re.compile(
    r"\s{0,4},?\s{0,4}ngày\s{1,4}(?:(?P<day>[0-9]{1,2})\s?[/.-]\s?(?P<month>[0-9]{1,2})\s?[/.-]\s?"
    r"(?P<year>[0-9]{4})|(?P<d>[0-9]{1,2})\s{1,4}tháng\s{1,4}(?P<m>[0-9]{1,2})\s{1,4}năm\s{1,4}"
    r"(?P<y>[0-9]{4}))(?!\d)",
    re.IGNORECASE,
)
PREPARED = {"Ð": "Đ", "ð": "đ"} | dict.fromkeys("\u00a0\u202f\u2007", " ")
PREPARED |= dict.fromkeys(DASHES, "-")
UNPREPARED = re.compile(f"[{''.join(PREPARED)}]")  # few: three times faster than str.translate
ENDINGS = {word.split()[-1] for word in WORDS}
BEFORE = 48  # characters before a number in which its kind is looked for


@dataclass(frozen=True)
class Citation:
    """A citation in a text. `start`, `end`: all of it; `symbol_end`: its end without the date."""

    start: int
    end: int
    symbol_end: int
    number: str
    symbol: str  # as papers write it: 72-KL/TW for “Kết luận 72.TW”
    kind: str = ""  # letters
    organ: str = ""  # with its suffix; empty in a bare one
    year: str = ""
    name: str = ""  # of the kind, as the word before the number says it
    on: date | None = None
    is_doubtful: bool = False  # malformed: for a person to settle

    @cached_property
    def key(self):
        """The papers' `citation_key`; the `bare_key` of a citation without an organ."""
        if self.organ or self.is_doubtful:
            return citation_key(self.symbol)
        return bare_key(self.symbol, self.on)

    @property
    def rival(self):
        return rival(self.kind, self.name)

    @property
    def identity(self):
        """What makes it name the same paper as another one."""
        return self.key, self.on, self.rival


def find_citations(text: str) -> list[Citation]:
    """The citations of a text in order; their spans are those of `text` itself."""
    prepared, places = _prepared(text)
    found, earlier, end = [], _Earlier(), 0
    for number in NUMBER.finditer(prepared):
        if number.start() < end or len(number[0]) > DIGITS:
            continue
        if not (citation := _read(prepared, number, earlier)):
            continue
        citation = _dated(prepared, citation)
        end = citation.end
        if citation.key:
            earlier.remember(citation)
            found.append(_placed(citation, places) if places else citation)
    return found


class _Earlier:
    """The full citations so far, by what a bare one repeats of them."""

    def __init__(self):
        self.symbols = defaultdict(dict)
        self.dates = defaultdict(set)

    def remember(self, citation):
        if citation.organ and not citation.is_doubtful:
            repeated = int(citation.number), citation.kind
            self.symbols[repeated].setdefault(citation.key, citation)
            self.dates[repeated] |= {citation.on} - {None}

    def meant_by(self, number, kind):
        """The full citation whose paper a bare one means, its date if all agree; or None."""
        repeated = int(number), kind
        if len(self.symbols[repeated]) != 1:
            return None
        (citation,) = self.symbols[repeated].values()
        dates = self.dates[repeated]
        return replace(citation, on=next(iter(dates)) if len(dates) == 1 else None)


def _prepared(text):
    """NFC, Đ for its doubles, plain blanks and dashes; and where each character stood before."""
    if is_normalized("NFC", text):
        return _plain(text), None
    pieces, places = [], []
    for cluster in re.finditer(r"[^\u0300-\u036f]?[\u0300-\u036f]{0,30}", text):
        piece = normalize("NFC", cluster[0])
        pieces.append(piece)
        places += [cluster.start()] * len(piece)
    return _plain("".join(pieces)), [*places, len(text)]


def _plain(text):
    return UNPREPARED.sub(lambda character: PREPARED[character[0]], text)


def _placed(citation, places):
    ends = (citation.start, citation.end, citation.symbol_end)
    start, end, symbol_end = (places[at] for at in ends)
    return replace(citation, start=start, end=end, symbol_end=symbol_end)


def _read(text, number, earlier):
    """The citation that this number belongs to, its date not yet read; or None."""
    at = number.start()
    before = text[at - 1 : at]
    if before == ".":
        return _file(text, number)
    if before.isalnum() or (before and before in "_/-"):
        return None
    if full := FULL.match(text, number.end()):
        return _full(text, number, full)
    word = _kind_before(text, at)
    return (word and _after_word(text, number, word, earlier)) or _malformed(text, number)


def _full(text, number, tail):
    """581-CV/BTGTU, 42/2022/NĐ-CP, 36/2018/QH14."""
    year = tail["year"] or ""
    kind = tail["party"] or tail["state"] or ""
    organ = tail["party_organ"] or tail["state_organ"] or tail["assembly"]
    if tail["party"]:
        symbol = f"{number[0]}-{kind}/{organ}"
    else:
        symbol = "/".join(filter(None, [number[0], year, "-".join(filter(None, [kind, organ]))]))
    word = _kind_before(text, number.start())
    name = word.name if word and word.name in KINDS.get(kind, []) else ""
    return _citation(number, tail, symbol, kind=kind, organ=organ, year=year, name=name)


def _file(text, number):
    """HD.51.BTGTU."""
    kind = FILE_BEFORE.search(text, max(0, number.start() - 6), number.start())
    tail = kind and FILE.match(text, number.end())
    if not tail:
        return None
    symbol = f"{kind['kind']}.{number[0]}.{tail['organ']}"
    found = _citation(number, tail, symbol, kind=kind["kind"], organ=tail["organ"])
    return replace(found, start=kind.start())


@dataclass(frozen=True)
class _Word:
    start: int
    name: str
    letters: str
    has_number_word: bool  # “số” stands between it and the number


def _kind_before(text, at):
    """The word for a kind directly before a number, “số” between them or not; or None."""
    if not ENDINGS & set(text[max(0, at - BEFORE) : at].lower().replace(":", " ").split()[-2:]):
        return None
    words = list(WORD.finditer(text, max(0, at - BEFORE), at))[-LONGEST - 1 :]
    has_number_word = bool(words) and words[-1][0].lower() == "số"
    words = words[: len(words) - has_number_word]
    for count in range(len(words), 0, -1):
        start = words[-count].start()
        name = " ".join(text[start : words[-1].end()].lower().split())
        if name in WORDS:
            return _Word(start, *WORDS[name], has_number_word)
    return None


def _after_word(text, number, word, earlier):
    """Công văn 4622/BGDĐT-CNTT, Kết luận 72.TW, Quyết định số 238."""
    common = {"name": word.name, "kind": word.letters}
    if word.letters == "CV" and (tail := LETTER.match(text, number.end())):
        symbol = number[0] + tail[0]
        found = _citation(number, tail, symbol, organ=tail[0][1:], name=word.name)
    elif tail := SHORT.match(text, number.end()):
        symbol = f"{number[0]}-{word.letters}/{tail['organ']}"
        found = _citation(number, tail, symbol, organ=tail["organ"], **common)
    elif word.has_number_word and not re.match(r"[-/.]?\w", text[number.end() : number.end() + 2]):
        found = _bare(text, number, common, earlier)
    else:
        return None
    return found and replace(found, start=word.start)


def _bare(text, number, common, earlier):
    """With a date; or after a full citation of that number and kind, whose paper it means."""
    if full := earlier.meant_by(number[0], common["kind"]):
        common |= {"organ": full.organ, "year": full.year, "on": full.on}
        return _citation(number, number, full.symbol, **common)
    if _date(text, number.end()):
        return _citation(number, number, f"{number[0]}-{common['kind']}", **common)
    return None


def _malformed(text, number):
    """`84 QĐ/TWĐTN`, `15- Nq/tw`: a known kind and an organ, but not as papers write them."""
    tail = MALFORMED.match(text, number.end())
    if not tail or plain_key(tail["kind"]) not in PLAIN:
        return None
    if not tail["mark"] and not (tail["kind"][0].isupper() and tail["organ"][0].isupper()):
        return None
    symbol = " ".join((number[0] + tail[0]).split())
    return _citation(number, tail, symbol, kind=tail["kind"], organ=tail["organ"], is_doubtful=True)


def _citation(number, tail, symbol, **parts):
    end = tail.end()
    return Citation(number.start(), end, end, number[0], symbol, **parts)


def _dated(text, citation):
    found = _date(text, citation.end)
    return replace(citation, end=found[0], on=found[1]) if found else citation


def _date(text, at):
    """(end, date) of the date that stands here, or None."""
    found = DATE.match(text, at)
    if not found:
        return None
    day, month, year = filter(None, found.group("day", "month", "year", "d", "m", "y"))
    try:
        return found.end(), date(int(year), int(month), int(day))
    except ValueError:
        return None
