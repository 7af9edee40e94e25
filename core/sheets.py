"""Cells for spreadsheet programs, which take some texts for formulas."""

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

BOM = "\ufeff"  # at the beginning of a CSV file, by which they know UTF-8
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
