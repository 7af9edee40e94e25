"""Content encodings of public pages. (Pages that hold a secret are never compressed here: a
compressed secret can be guessed from its length.)"""

import gzip
from functools import lru_cache

import brotli

from core.pagestore import Page

COMPRESS = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@lru_cache(maxsize=256)
def preferred_encoding(accept: str) -> str:
    """The best of br, gzip, identity that an Accept-Encoding header allows (RFC 9110 §12.5.3)."""
    refused, accepted = set(), set()
    for part in accept.lower().split(","):
        name, _, quality = (word.strip() for word in part.partition(";"))
        zero = quality.replace(" ", "") in ("q=0", "q=0.0", "q=0.00", "q=0.000")
        (refused if zero else accepted).add(name)
    return next((name for name in COMPRESS if name in accepted - refused), "identity")


def encoded(page: Page, encoding: str) -> Page:
    """The page in another encoding, under an ETag of its own."""
    headers = dict(page.headers)
    headers |= {
        "Content-Encoding": encoding,
        "ETag": headers["ETag"].replace('.identity"', f'.{encoding}"'),
    }
    return Page(COMPRESS[encoding](page.body), tuple(headers.items()))
