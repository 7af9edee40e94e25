"""A writer's .docx as the parts of an article."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple
from xml.etree.ElementTree import Element

from core.vietnamese import repairs
from core.word.blocks import Block, all_paragraphs, blocks_of
from core.word.conversion import html_of
from core.word.credits import Credits, take_credits
from core.word.drawings import settle_drawings
from core.word.links import settle_links
from core.word.markup import NOTES_TITLE
from core.word.notes import taken_notes
from core.word.numbering import Numbering
from core.word.ooxml import TOO_LONG, W, WordError
from core.word.package import Package
from core.word.paragraphs import Paragraph
from core.word.pictures import Picture, Pictures, with_pictures
from core.word.report import Report
from core.word.simplify import simplify
from core.word.structure import (
    set_figures,
    set_headings,
    set_lists,
    set_looks,
    take_lead,
    take_title,
    trailing_figures,
)
from core.word.styles import Styles

MAX_TEXT = 1_000_000  # characters, some 400 pages
ENCODINGS = {"tcvn3": "TCVN3", "vni": "VNI", "guessed": "TCVN3/VNI"}
EMPTY = "Tệp Word này không có nội dung."


@dataclass
class WordText:
    """What a .docx gives an article. The <img> of picture N has src "word-picture:N" until
    `with_pictures` knows its address."""

    title: str
    lead: str
    body_html: str
    author: str
    photographer: str
    source: str
    pictures: list[Picture] = field(default_factory=list)
    report: list[str] = field(default_factory=list)  # sentences for the sender


class WholeText(NamedTuple):
    """A .docx that is no article: nothing is taken out but its pictures."""

    html: str
    encoding: str  # that of an old font, where text was converted
    pictures: int


def read_docx(file: BinaryIO) -> WordText:
    """Raises WordError, whose message is for the sender, where the file cannot be taken."""
    try:
        return _Reading(Package(file)).text()
    except RecursionError as error:
        raise WordError(TOO_LONG) from error


def read_whole_docx(file: BinaryIO) -> WholeText:
    """The text of a paper in its own order. Raises WordError."""
    try:
        return _Reading(Package(file)).whole()
    except RecursionError as error:
        raise WordError(TOO_LONG) from error


class _Reading:
    def __init__(self, package: Package):
        self.package, self.report = package, Report()
        self.pictures = Pictures(package, self.report)
        self.styles = Styles(*(package.xml(package.part(kind)) for kind in ("styles", "theme")))
        self.numbering = Numbering(package.xml(package.part("numbering")))

    def text(self) -> WordText:
        body, notes = self._parts()
        blocks = blocks_of(body, self.styles, self.report)
        self._count_repairs([*blocks, *notes])
        credit = take_credits(blocks, self.report)
        set_figures(blocks, self.pictures)
        credit = credit.over(self._credits_before_pictures(blocks))
        title = take_title(blocks, self.report)
        lead = take_lead(blocks, self.report)
        html = self._html(blocks + notes)
        if not (title or lead or html):
            raise WordError(EMPTY)
        shown = {int(number) for number in re.findall(r'"word-picture:(\d+)"', html)}
        pictures = [picture for number, picture in self.pictures.found.items() if number in shown]
        return WordText(title, lead, html, *credit, pictures, self.report.sentences())

    def whole(self) -> WholeText:
        body, notes = self._parts()
        blocks = blocks_of(body, self.styles, self.report)
        set_figures(blocks, self.pictures)
        html = with_pictures(self._html(blocks + notes), {})
        encodings = [name for key, name in ENCODINGS.items() if self.report.counted(key)]
        return WholeText(html, "".join(encodings[:1]), len(self.pictures.found))

    def _html(self, blocks):
        set_headings(blocks)
        set_looks(blocks)
        set_lists(blocks, self.numbering, self.report)
        return html_of(blocks)

    def _parts(self) -> tuple[Element, list[Block]]:
        """The body, and its notes as blocks under a heading."""
        body = self._settled(self.package.main).find(W + "body")
        if body is None:
            raise WordError(EMPTY)
        if sum(len(text.text or "") for text in body.iter(W + "t")) > MAX_TEXT:
            raise WordError(TOO_LONG)
        names = [self.package.part(kind) for kind in ("footnotes", "endnotes")]
        parts = [self._settled(name) for name in names if name in self.package]
        notes = taken_notes(body, parts)
        self.report.count("notes", len(notes))
        blocks = [b for note in notes for b in blocks_of(note, self.styles, self.report)]
        return body, [Paragraph.heading_of(NOTES_TITLE), *blocks] if blocks else []

    def _settled(self, name):
        """A part whose changes are settled and whose links and pictures are resolved."""
        part, relations = self.package.xml(name), self.package.relations(name)
        simplify(part, self.report)
        settle_links(part, relations, self.report)
        settle_drawings(part, relations, self.pictures, self.report)
        return part

    def _credits_before_pictures(self, blocks) -> Credits:
        """Some put all their pictures behind the last line."""
        count = trailing_figures(blocks)
        if not count:
            return Credits()
        texts, figures = blocks[:-count], blocks[-count:]
        found = take_credits(texts, self.report)
        blocks[:] = texts + figures
        return found

    def _count_repairs(self, blocks):
        texts = (paragraph.raw for paragraph in all_paragraphs(blocks))
        for name, number in sum(map(repairs, texts), Counter()).items():
            self.report.count(name, number)
