"""Marks of state secrets: what bears one is not to be stored here.

Forms of Circular 24/2020/TT-BCA: MẬT, TỐI MẬT, TUYỆT MẬT, in capitals, in a frame of their own.
So only capitals that stand alone on a line or in a cell count ("Độ mật: …" before them, or an
urgency beside them, is no company), or a level in any case after "Độ mật:". Headings as "BÍ MẬT
NHÀ NƯỚC", words as "mật ong" and sentences about secrets are none.
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
FIRST_HALF = re.compile(r"\b(?:BÍ|BẢO|CƠ|CẨN|THÂN)$")
SECOND_HALF = re.compile(r"(?:KHẨU|ĐỘ(?! KHẨN| MẬT)|MÃ|ONG|VỤ|THƯ|NGỮ|THÁM|HIỆU|LỆNH|NGHỊ)\b")
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
        lines = list(filter(None, (normalize("NFC", line).strip() for line in _cells(page))))
        for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            word = _word(line, ocr)
            if word and not (word == "MẬT" and _is_broken(above, below)):
                found.append(Stamp(number, line, word))
    return found


def _cells(page):
    """Longer lines are cut: they are sentences anyway."""
    return (line[:MAX_LINE] for line in CELL.split(page))


def _is_broken(above, below):
    """A word of a narrow column that goes on in the next line: BẢO MẬT, MẬT KHẨU, MẬT ĐỘ."""
    return bool(FIRST_HALF.search(above) or SECOND_HALF.match(below))


def _word(line, ocr):
    """The stamp that a line is, or ""."""
    letters = SIGNS.sub("", line)
    match = ALONE.fullmatch(letters) or ANY_CASE.fullmatch(letters.upper())
    match = match or (NEAR.fullmatch(letters) if ocr else None)
    if not match:
        return ""
    level = (match[1] or "")[:2]
    return WORDS["TUYỆT" if level == "TU" else "TỐI" if level else ""]


def may_hold_stamp(text: str) -> bool:
    """A cheap look whether a page is worth a closer one."""
    return bool(CANDIDATE.search(normalize("NFC", text)))
