"""Results as CSV and XLSX."""

from openpyxl import Workbook

from core.sheets import append, csv_writer, not_formula

HEADS = ["Phương án", "Tổng", "Tỷ lệ (%)", "Qua kiểm tra tự động", "Không có JavaScript"]
WHOLE = "Số phiếu"


def rows(poll, results):
    for line in results.lines:
        yield [line.choice.text, line.count, line.percent, line.proven, line.plain]
    yield [WHOLE, results.ballots, "", results.proven, results.plain]


def write_csv(poll, results, file):
    with csv_writer(file) as table:
        table.writerow(map(not_formula, [poll.title]))
        table.writerow(HEADS)
        for row in rows(poll, results):
            table.writerow(map(not_formula, row))


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


FORMATS = {"csv": write_csv, "xlsx": write_xlsx}
