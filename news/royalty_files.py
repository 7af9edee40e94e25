"""Royalties as XLSX (people, then articles) and as CSV (articles).

Both are written row by row into a file, so that a year of articles needs no memory. A text that a
spreadsheet would take for a formula stays text.
"""

from django.utils.timezone import localdate
from openpyxl import Workbook

from core.sheets import append, csv_writer, not_formula
from core.site import absolute
from core.vietnamese import day_words, thousands

PEOPLE = ["Người hưởng", "Họ và tên", "Vai trò", "Số bài", "Tổng hệ số", "Thành tiền (đồng)"]
ARTICLES = [
    "Ngày đăng",
    "Tiêu đề",
    "Chuyên mục",
    "Thể loại",
    "Người hưởng",
    "Vai trò",
    "Hệ số",
    "Thành tiền (đồng)",
    "Ghi chú",
    "Địa chỉ",
]
WIDTHS = {
    "Tổng hợp": [30, 30, 14, 10, 14, 20],
    "Chi tiết": [12, 60, 24, 20, 30, 14, 10, 20, 36, 60],
}
DAY, MONEY, COEFFICIENT = "dd/mm/yyyy", "#,##0", "0.00"
WHOLE = "Tổng cộng"


def row_of(line):
    article = line.article
    return [
        localdate(article.published_at),
        article.title,
        article.category.name,
        article.genre.name if article.genre else "",
        line.name,
        line.role,
        line.coefficient,
        line.amount,
        line.notes,
        absolute(article.get_absolute_url()),
    ]


def last_row(whole):
    return ["", WHOLE, "", "", "", "", whole.coefficient, whole.amount, "", ""]


def write_csv(royalties, file):
    with csv_writer(file) as writer:
        writer.writerow(ARTICLES)
        for line in royalties.lines():
            day, *rest = row_of(line)
            writer.writerow([day_words(day), *map(not_formula, rest)])
        writer.writerow(last_row(royalties.whole))


def write_xlsx(royalties, file):
    book = Workbook(write_only=True)
    people, articles = (sheet(book, name) for name in WIDTHS)
    append(articles, ARTICLES, bold=True)
    for line in royalties.lines():
        append(articles, row_of(line), {0: DAY, 6: COEFFICIENT, 7: MONEY})
    append(articles, last_row(royalties.whole), {6: COEFFICIENT, 7: MONEY}, bold=True)
    write_people(royalties, people)
    book.save(file)


def sheet(book, name):
    made = book.create_sheet(name)
    for place, width in enumerate(WIDTHS[name]):
        made.column_dimensions["ABCDEFGHIJ"[place]].width = width
    made.freeze_panes = "A2" if name == "Chi tiết" else "A3"
    return made


def write_people(royalties, people):
    period = f"từ {day_words(royalties.start)} đến hết {day_words(royalties.end)}"
    unit = f"{thousands(royalties.unit)} đồng một đơn vị hệ số"
    append(people, [f"Nhuận bút {period}; {unit}"], bold=True)
    append(people, PEOPLE, bold=True)
    formats = {4: COEFFICIENT, 5: MONEY}
    for total in royalties.in_order():
        append(people, person_row(total), formats)
    append(people, [WHOLE, "", "", *person_row(royalties.whole)[3:]], formats, bold=True)


def person_row(total):
    return [
        total.name,
        total.full_name,
        total.role,
        total.articles,
        total.coefficient,
        total.amount,
    ]
