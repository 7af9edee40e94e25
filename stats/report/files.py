"""The report as XLSX (a sheet for each table) and its days as CSV."""

from openpyxl import Workbook

from core.sheets import append, csv_writer, not_formula
from core.vietnamese import day_words
from stats.report.figures import OF_A_DAY

COMPARED = ["Kỳ này", "Kỳ trước", "Thay đổi"]
DAYS = ["Ngày", *OF_A_DAY.values()]
DAY, NUMBER = "dd/mm/yyyy", "#,##0"
NAME = 31  # letters that a sheet's name may have


def row_of(day):
    return [day.day, *(getattr(day, name) for name in OF_A_DAY)]


def write_csv(report, file):
    with csv_writer(file) as writer:
        writer.writerow(DAYS)
        for day in report.days:
            when, *numbers = row_of(day)
            writer.writerow([day_words(when), *map(not_formula, numbers)])


def write_xlsx(report, file):
    book = Workbook(write_only=True)
    write_lines(sheet(book, "Tổng hợp", 44), report, "Số liệu", report.totals)
    days = sheet(book, "Theo ngày", 14)
    append(days, DAYS, bold=True)
    for day in report.days:
        append(days, row_of(day), {0: DAY} | dict.fromkeys(range(1, 5), NUMBER))
    for ranking in report.rankings:
        to = sheet(book, ranking.title, 70)
        write = write_lines if ranking.compares else write_numbers
        write(to, report, ranking.head, ranking.lines)
    book.save(file)


def sheet(book, title, first_width):
    made = book.create_sheet(title[:NAME])
    for letter, width in zip("ABCDE", [first_width, 18, 18, 18, 22], strict=True):
        made.column_dimensions[letter].width = width
    return made


def write_lines(to, report, head, lines):
    append(to, [f"Kỳ này: {report.span}; kỳ trước: {report.span.before}"], bold=True)
    append(to, [head, *COMPARED], bold=True)
    for line in lines:
        append(to, [line.label, line.now, line.before, line.change], {1: NUMBER, 2: NUMBER})


def write_numbers(to, report, head, lines):
    append(to, [f"Lần gần nhất: {report.span}"], bold=True)
    append(to, [head, "Số lần từ trước đến nay"], bold=True)
    for line in lines:
        append(to, [line.label, line.now], {1: NUMBER})
