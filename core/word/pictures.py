"""The pictures of a file, and their places in the HTML until they have an address."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import NamedTuple

from core.archive import TooLargeError
from core.sanitise import clean_html
from core.word.package import MAX_PICTURE, Package, Relation
from core.word.report import Report

PLACEHOLDER = re.compile(r'<img(?: [a-z]+="[^"]*")*? src="word-picture:(\d+)"(?: [a-z]+="[^"]*")*>')
ALT = re.compile(r' alt="([^"]*)"')

SIGNATURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


class Picture(NamedTuple):
    """A picture of the file; `number` is the N of its placeholder word-picture:N."""

    number: int
    content: bytes
    content_type: str
    caption: str


class Pictures:
    """The pictures met so far, each part of the package once."""

    def __init__(self, package: Package, report: Report):
        self._package, self._report = package, report
        self._numbers = {}
        self.found: dict[int, Picture] = {}

    def number(self, relation: Relation | None) -> int | None:
        """The number of the picture that a relation leads to, None where it cannot be used."""
        if relation is None or relation.external:
            self._report.count("linked" if relation else "missing")
            return None
        if relation.target not in self._numbers:
            self._numbers[relation.target] = self._read(relation.target)
        return self._numbers[relation.target]

    def caption(self, numbers: list[int], text: str) -> None:
        """A picture keeps the first caption that it meets."""
        for number in numbers:
            picture = self.found[number]
            self.found[number] = picture._replace(caption=picture.caption or text)

    def _read(self, name):
        refused = None
        try:
            content = self._package.read(name, MAX_PICTURE)
        except KeyError:
            refused = "missing"
        except TooLargeError:
            refused = "heavy"
        if not refused and not type_of(content):
            refused = "formats"
        if refused:
            self._report.count(refused)
            return None
        number = len(self.found) + 1
        self.found[number] = Picture(number, content, type_of(content), "")
        return number


def type_of(content: bytes) -> str | None:
    """The type of a picture by its first bytes; None for what the library does not take."""
    for signature, content_type in SIGNATURES.items():
        if content.startswith(signature):
            return content_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    heif = content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"heim")
    return "image/heic" if heif else None


def with_pictures(body_html: str, placed: Mapping[int, Callable[[str], str]]) -> str:
    """The HTML of a WordText with its pictures: `placed` maps a picture's number to what makes
    its element, given the alt that Word has. A picture that is not placed goes, its caption
    stays."""

    def element(placeholder):
        written = placed.get(int(placeholder[1]))
        described = ALT.search(placeholder[0])
        return written(unescape(described[1]) if described else "") if written else ""

    return clean_html(PLACEHOLDER.sub(element, body_html))
