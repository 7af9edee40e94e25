"""Symbols (số, ký hiệu) of papers: `238-QĐ/TW`, `42/2022/NĐ-CP`."""

import re

from core.vietnamese import plain_key

DASHES = "‐‑‒–—−"


def symbol_key(symbol: str) -> str:
    """A symbol without accents, capitals, blanks and kinds of dashes; the same in SQL
    (`documents_symbol_key`)."""
    key = plain_key(symbol).translate(str.maketrans(DASHES, "-" * len(DASHES)))
    return re.sub(r"[ \t\r\n]", "", key)
