"""The body as a list of paragraphs and tables, pictures standing by themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from xml.etree.ElementTree import Element

from core.word.ooxml import W, value
from core.word.paragraphs import MAX_CAPTION, Paragraph
from core.word.report import Report
from core.word.runs import settle_runs
from core.word.styles import Styles


@dataclass
class Cell:
    blocks: list
    span: str = ""  # columns
    merge: str | None = None  # "restart" or "continue" of cells merged downwards

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def pictures(self) -> int:
        return sum(len(paragraph.numbers) for paragraph in self.paragraphs)


@dataclass
class Row:
    cells: list[Cell]
    is_header: bool = False


@dataclass(eq=False)
class Table:
    rows: list[Row]

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]


Block = Paragraph | Table


def blocks_of(container: Element, styles: Styles, report: Report) -> list[Block]:
    """What stands in a body, a note or a cell; empty paragraphs are left out."""
    blocks = []
    for child in container:
        if child.tag == W + "p":
            blocks += _paragraphs(child, styles, report)
        elif child.tag == W + "tbl":
            blocks += _table(child, styles, report)
    return blocks


def all_paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """In reading order, those of tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from all_paragraphs(cell.blocks)


def containers(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks themselves and those of each cell."""
    yield blocks
    for table in (block for block in blocks if isinstance(block, Table)):
        for cell in table.cells:
            yield from containers(cell.blocks)


def _paragraphs(element, styles, report):
    if next(element.iter(W + "r"), None) is None:
        return []
    settle_runs(element, styles, report)
    paragraph = Paragraph.of(element, styles)
    if not paragraph.numbers:
        return [paragraph] if paragraph.text else []
    pictures = paragraph.take_pictures()
    if not paragraph.text:
        return [pictures]
    return [pictures, paragraph] if paragraph.is_caption else [paragraph, pictures]


def _table(element, styles, report):
    rows = [_row(row, styles, report) for row in element.iterfind(W + "tr")]
    table = Table([row for row in rows if row.cells])
    if _holds_only_pictures(table):
        report.count("picture tables")
        return _unfolded(table)
    return [table] if any(cell.blocks for cell in table.cells) else []


def _row(element, styles, report):
    cells = [_cell(cell, styles, report) for cell in element.iterfind(W + "tc")]
    return Row(cells, element.find(f"{W}trPr/{W}tblHeader") is not None)


def _cell(element, styles, report):
    properties = element.find(W + "tcPr")
    span, merge = value(properties, "gridSpan") or "", None
    if properties is not None and properties.find(W + "vMerge") is not None:
        merge = "restart" if value(properties, "vMerge") == "restart" else "continue"
    span = span if re.fullmatch("[1-9][0-9]?", span) else ""
    return Cell(blocks_of(element, styles, report), span, merge)


def _holds_only_pictures(table):
    """A grid that only places pictures, each text being the caption of the one above it."""
    above, pictures = [], 0
    for row in table.rows:
        for cell, over in zip_longest(row.cells, above[: len(row.cells)]):
            if not _is_picture_or_caption(cell, over):
                return False
        pictures += sum(cell.pictures for cell in row.cells)
        above = row.cells
    return pictures > 0


def _is_picture_or_caption(cell, over):
    words = [paragraph for paragraph in cell.paragraphs if not paragraph.numbers]
    if len(cell.paragraphs) < len(cell.blocks) or len(words) > 1:
        return False
    under_picture = cell.pictures or (over is not None and over.pictures)
    return not words or bool(under_picture and len(words[0].text) <= MAX_CAPTION)


def _unfolded(table):
    """Column by column, so that each caption follows its picture."""
    rows = [row.cells for row in table.rows]
    even = len({len(cells) for cells in rows}) == 1
    cells = chain(*zip(*rows, strict=True)) if even else chain(*rows)
    paragraphs = [paragraph for cell in cells for paragraph in cell.paragraphs]
    for paragraph in paragraphs:
        paragraph.name = "caption"
    return paragraphs
