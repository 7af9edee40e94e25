"""Symbols (số, ký hiệu) of papers: `238-QĐ/TW`, `42/2022/NĐ-CP`.

Every key exists as an SQL function too (documents/sql/); a change to one is a change to both.
"""

import re
from datetime import date
from unicodedata import normalize

from core.vietnamese import plain_key

DASHES = "‐‑‒–—−"
MAX_LENGTH = 100  # of a symbol

# Letters of the kind in front (HD.51.BTGTU), number, year, the rest.
PARTS = re.compile(
    r"[^0-9a-z]*(?:so[^0-9a-z]*(?=[0-9]))?([a-z]*)[^0-9a-z]*0*([0-9]+)"
    r"(?:[^0-9a-z]+((?:19|20)[0-9]{2})(?=[^0-9a-z]))?(.*)",
    re.DOTALL,
)


def symbol_key(symbol: str) -> str:
    """A symbol without accents, capitals, blanks and kinds of dashes; the same in SQL
    (`documents_symbol_key`)."""
    key = plain_key(symbol).translate(str.maketrans(DASHES, "-" * len(DASHES)))
    return re.sub(r"[ \t\r\n]", "", key)


def citation_key(symbol: str) -> str:
    """What every spelling of a symbol has in common; the same in SQL (`documents_citation_key`).

    Number, year, letters of the kind and of the organ: 238-QĐ/TW, 238/qd-tw and QĐ.238.TW give
    238qdtw, 42/2022/NĐ-CP gives 42/2022ndcp. Empty where there is no number or no letter. TƯ
    (Trung ương) must not become TU (Tỉnh ủy).
    """
    parts = _parts(symbol)
    if parts is None:
        return ""
    kind, number, year, rest = parts.groups("")
    letters = kind + re.sub("[^0-9a-z]", "", rest)
    if not re.search("[a-z]", letters):
        return ""
    return number + (year and f"/{year}") + letters


def bare_key(symbol: str, issued_on: date | None) -> str:
    """Number, kind and date, by which “Quyết định số 238, ngày 30/9/2020” knows its paper; the
    same in SQL (`documents_bare_key`). Empty without a date or a kind."""
    parts = _parts(symbol)
    if parts is None or issued_on is None:
        return ""
    kind, number, _, rest = parts.groups("")
    letters = kind or re.search("[a-z]*", re.sub("^[^a-z]+", "", rest))[0]
    day = issued_on.isoformat().replace("-", "")
    return f"{number}{letters}@{day}" if letters else ""


def folded(symbol: str) -> str:
    """Without accents and capitals; TƯ becomes TW."""
    return plain_key(re.sub("[ưƯ]", "w", normalize("NFC", symbol)))


def _parts(symbol):
    return PARTS.match(folded(symbol))
