"""Marks of state secrets: what bears one is not to be stored here.

Circular 24/2020/TT-BCA: the stamps are MẬT, TỐI MẬT, TUYỆT MẬT, in capitals, in a frame of their
own. So only capitals that stand alone on a line or in a cell count ("Độ mật: …" before them, or
an urgency beside them, is no company), or a level in any case after "Độ mật:". Headings as "BÍ
MẬT NHÀ NƯỚC", words as "mật ong" and sentences about secrets are none.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

MAX_LINE = 120
SIGNS = re.compile(r"[^\w:]+|_+")
CELL = re.compile(r"[\n\r\t\v\f\u2028\u2029|]| {4,}")

PREFIX = r"(?:(?:MỨC)?ĐỘMẬT|DẤU(?:CHỈ)?(?:MỨC)?(?:ĐỘMẬT)?):+"
URGENT = r"(?:HỎATỐC(?:HẸNGIỜ)?|HOẢTỐC(?:HẸNGIỜ)?|THƯỢNGKHẨN|KHẨN)"
ALONE = re.compile(rf"(?:{PREFIX})?{URGENT}?(TUYỆT|TỐI)?MẬT{URGENT}?:*")
ANY_CASE = re.compile(rf"{PREFIX}(TUYỆT|TỐI)?MẬT:*")

# What recognition makes of the letters in a red stamp. MẶT (face) is a word of its own.
NEAR = re.compile(
    r"(?:(?:ĐỘM[AẬÂẠẤ]T|D[ẤÂA]U):+)?(?:(TUY[ỆÊEẸẾ]T|T[ỐÔOÓỔỒ][IÍÌ])M[ẬÂAẠẤĂẶẦ]T|M[ẬÂAẠẤẦ]T):*"
)
CANDIDATE = re.compile(r"M\s*Ậ\s*T|[Đđ][ộỘ]\s*[mM][ậẬ][tT]")
WORDS = {"": "MẬT", "TỐI": "TỐI MẬT", "TUYỆT": "TUYỆT MẬT"}


class Stamp(NamedTuple):
    page: int  # from 1
    line: str  # as it stands there
    word: str  # MẬT, TỐI MẬT, TUYỆT MẬT


def stamps_in(pages: Iterable[str], ocr: bool = False) -> list[Stamp]:
    """The stamps in the texts of pages. `ocr`: the text was recognised and its accents may be
    wrong, so MAT and TÔI MÂT count."""
    found = []
    for number, page in enumerate(pages, start=1):
        lines = (line.strip() for line in CELL.split(page))
        words = ((line, _word(line, ocr)) for line in lines if 3 <= len(line) <= MAX_LINE)
        found += [Stamp(number, line, word) for line, word in words if word]
    return found


def _word(line, ocr):
    """The stamp that a line is, or ""."""
    letters = SIGNS.sub("", normalize("NFC", line))
    match = ALONE.fullmatch(letters) or ANY_CASE.fullmatch(letters.upper())
    match = match or (NEAR.fullmatch(letters) if ocr else None)
    if not match:
        return ""
    level = (match[1] or "")[:2]
    return WORDS["TUYỆT" if level == "TU" else "TỐI" if level else ""]


def may_hold_stamp(text: str) -> bool:
    """A cheap look whether a page is worth a closer one."""
    return bool(CANDIDATE.search(normalize("NFC", text)))
