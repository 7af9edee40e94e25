"""Files for spreadsheet programs, whose cells take some texts for formulas."""

import csv
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import PurePath
from tempfile import TemporaryFile

from django.http import FileResponse
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

BOM = "\ufeff"  # at the beginning of a CSV file, by which they know UTF-8
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def not_formula(cell):
    """The cell of a CSV file; an apostrophe makes text of what begins like a formula."""
    harmful = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if harmful else cell


def append(to, values, formats=(), *, bold=False):
    """`formats`: {place: number format}."""
    cells = []
    for place, value in enumerate(values):
        cell = WriteOnlyCell(to, plain(value))
        if isinstance(value, str):
            cell.data_type = "s"  # even where it looks like a formula or an error
        if place in formats:
            cell.number_format = formats[place]
        if bold:
            cell.font = Font(bold=True)
        cells.append(cell)
    to.append(cells)


def plain(value):
    """Without the control characters that no spreadsheet takes."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


@contextmanager
def csv_writer(file):
    """The csv.writer of a binary file, which stays open."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    yield csv.writer(text)
    text.detach()


def download(filename, write):
    """A response with what `write` puts into a binary file; nothing of it is held in memory."""
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    write(file)
    file.seek(0)
    content_type = TYPES[PurePath(filename).suffix]
    return FileResponse(file, as_attachment=True, filename=filename, content_type=content_type)
