"""Entries as CSV and as XLSX, row by row: two years of them need no memory."""

from django.utils.timezone import localtime
from openpyxl import Workbook

from core.sheets import append, csv_writer, not_formula

HEADS = ["Lúc", "Việc", "Người làm", "Đối tượng", "Loại", "Số", "Chi tiết", "Mã tên đã thử"]
WIDTHS = [20, 26, 34, 60, 24, 10, 60, 36]
MOMENT = "dd/mm/yyyy hh:mm:ss"
CHUNK = 2000


def rows(entries):
    """[moment, text, …] of each; the moment is that of a clock here."""
    for entry in entries.iterator(chunk_size=CHUNK):
        moment = localtime(entry.at).replace(tzinfo=None, microsecond=0)
        yield [moment, entry.get_action_display(), entry.who, entry.what, entry.kind,
               entry.object_id, entry.words, entry.tried]  # fmt: skip


def write_csv(entries, file):
    with csv_writer(file) as writer:
        writer.writerow(HEADS)
        for moment, *rest in rows(entries):
            writer.writerow([f"{moment:%d/%m/%Y %H:%M:%S}", *map(not_formula, rest)])


def write_xlsx(entries, file):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Nhật ký")
    for letter, width in zip("ABCDEFGH", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    append(sheet, HEADS, bold=True)
    for row in rows(entries):
        append(sheet, row, {0: MOMENT})
    book.save(file)
