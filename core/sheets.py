"""Cells for spreadsheet programs, which take some texts for formulas."""

BOM = "\ufeff"  # at the beginning of a CSV file, by which they know UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def not_formula(cell):
    """The cell of a CSV file; an apostrophe makes text of what begins like a formula."""
    harmful = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if harmful else cell
