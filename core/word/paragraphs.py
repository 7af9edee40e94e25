"""A paragraph as the reader of a page sees it: its words and its looks."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from core.vietnamese import repair
from core.word.drawings import PICTURE
from core.word.numbering import Kind
from core.word.ooxml import W
from core.word.styles import Layout, Styles

MAX_CAPTION = 400  # characters
MAX_TITLE = 300


@dataclass(eq=False)
class Paragraph:
    """A w:p whose runs are settled. `style` is what mammoth is told about it."""

    element: Element
    align: str
    heading: int  # 1-9, 0 for none
    name: str  # of Word's style, in lower case
    layout: Layout
    style: str = ""
    kind: Kind | None = None  # its place in a list

    @classmethod
    def of(cls, element: Element, styles: Styles) -> "Paragraph":
        layout = styles.layout(element)
        name = styles.name(element).lower()
        return cls(element, layout.align or "", styles.heading(element), name, layout)

    @classmethod
    def heading_of(cls, words: str) -> "Paragraph":
        paragraph = cls(Element(W + "p"), "", 1, "", Layout(), "H2")
        paragraph.put_first(words)
        return paragraph

    @property
    def raw(self) -> str:
        """Its words before any repair."""
        spoken = (part for part in self.element.iter() if part.tag in (W + "t", W + "br"))
        return "".join(" " if part.tag == W + "br" else part.text or "" for part in spoken)

    @property
    def text(self) -> str:
        return " ".join(repair(self.raw).split())

    @property
    def numbers(self) -> list[int]:
        """The numbers of its pictures."""
        return [int(picture.get("number")) for picture in self.element.iter(PICTURE)]

    @property
    def is_bold(self) -> bool:
        return self._is_all("b")

    @property
    def is_italic(self) -> bool:
        return self._is_all("i")

    @property
    def is_title(self) -> bool:
        looks_so = self.is_bold and self.align == "center"
        return self.name == "title" or self.heading == 1 or looks_so

    @property
    def is_caption(self) -> bool:
        """It may stand below a picture as its caption."""
        looks_so = self.is_italic or (self.align == "center" and not self.is_bold)
        short = 0 < len(self.text) <= MAX_CAPTION
        likely = looks_so or self.name == "caption"
        return likely and short and not self.heading and not self.numbers

    def drop_look(self, *names: str) -> None:
        """Without bold, italic … where the place itself shows what it is."""
        for properties in self.element.iter(W + "rPr"):
            properties[:] = [p for p in properties if p.tag not in {W + name for name in names}]

    def put_first(self, words: str) -> None:
        run = Element(W + "r")
        SubElement(run, W + "rPr")
        SubElement(run, W + "t").text = words
        self.element.insert(0, run)

    def take_pictures(self) -> "Paragraph":
        """Another paragraph with the pictures of this one, which keeps the words."""
        taken = Element(W + "p")
        run = SubElement(taken, W + "r")
        SubElement(run, W + "rPr")
        run.extend(self.element.iter(PICTURE))
        for emptied in self.element.iter(W + "r"):
            emptied[:] = [part for part in emptied if part.tag != PICTURE]
        return Paragraph(taken, "", 0, "", Layout())

    def _is_all(self, look):
        runs = [run for run in self.element.iter(W + "r") if _says_something(run)]
        return bool(runs) and all(run[0].find(W + look) is not None for run in runs)


def _says_something(run):
    return any(re.search(r"\S", text.text or "") for text in run.iter(W + "t"))
