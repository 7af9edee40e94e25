"""Results as CSV and XLSX."""

import csv
from io import TextIOWrapper

from openpyxl import Workbook

from core.sheets import append, not_formula

HEADS = ["Phương án", "Tổng", "Tỷ lệ (%)", "Qua kiểm tra tự động", "Không có JavaScript"]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WHOLE = "Số phiếu"


def rows(poll, results):
    for line in results.lines:
        yield [line.choice.text, line.count, line.percent, line.proven, line.plain]
    yield [WHOLE, results.ballots, "", results.proven, results.plain]


def write(kind, poll, results, file):
    """To a binary file."""
    if kind == "csv":
        write_csv(poll, results, file)
    else:
        write_xlsx(poll, results, file)


def write_csv(poll, results, file):
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow(map(not_formula, [poll.title]))
    table.writerow(HEADS)
    for row in rows(poll, results):
        table.writerow(map(not_formula, row))
    text.detach()


def write_xlsx(poll, results, file):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kết quả")
    for letter, width in zip("ABCDE", [60, 12, 12, 22, 22], strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A3"
    append(sheet, [poll.title], bold=True)
    append(sheet, HEADS, bold=True)
    for row in rows(poll, results):
        append(sheet, row, bold=row[0] == WHOLE)
    book.save(file)
