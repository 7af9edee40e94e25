"""Word, Excel, PowerPoint and OpenDocument files."""

import io
from datetime import date, datetime

import pytest
from django.conf import settings
from openpyxl import Workbook
from openpyxl.styles import Font

from files.reading import Limits, ReadingError, kind_of, read, spreadsheets, stamps_in
from tests.core.word.files import NAMES, docx, paragraph, picture, run, table, title
from tests.files.reading.makers import (
    DOCUMENT,
    WORKBOOK,
    A,
    changed,
    open_document,
    slides,
    types,
    word,
    zipped,
)

SEEDS = settings.BASE_DIR.parent / "shared" / "seeds" / "word"
ENTITY = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

DECLARED = ENTITY.encode()


def sheet(rows, title="Sheet", fonts=(), change=None):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for place, font in fonts:
        book.active[place].font = Font(name=font)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_word_is_read_as_text_and_as_html(reading):
    rows = table([paragraph("Họ tên"), paragraph("Chức vụ")], [paragraph("A"), paragraph("B")])
    body = title("Báo cáo"), paragraph("Kính gửi: Tỉnh ủy"), rows, paragraph("a &lt; b")
    parts = {"[Content_Types].xml": types(DOCUMENT)}
    paper = reading(docx(*body, parts=parts).getvalue())
    assert paper.pages == ["Báo cáo\nKính gửi: Tỉnh ủy\nHọ tên\tChức vụ\nA\tB\na < b"]
    assert "<td><p>A</p></td>" in paper.html
    assert "<p>a &lt; b</p>" in paper.html


def test_headers_of_word_are_read(reading):
    header = f"<w:hdr {NAMES}>{paragraph('TỐI MẬT')}</w:hdr>"
    paper = reading(word("Kế hoạch", parts={"word/header1.xml": header}))
    assert paper.pages == ["TỐI MẬT\n\nKế hoạch"]
    assert stamps_in(paper.pages)


def test_word_in_old_fonts_is_converted(reading):
    parts = {"[Content_Types].xml": types(DOCUMENT)}
    old = docx(paragraph(run("tèi mËt", font=".VnTimeH")), parts=parts).getvalue()
    paper = reading(old)
    assert (paper.pages, paper.converted) == (["TỐI MẬT"], "TCVN3")


def test_pictures_of_word_are_left_out_with_a_note(reading):
    paper = reading(word("Chữ", picture()))
    assert "<img" not in paper.html
    assert "không có 1 ảnh" in paper.note


def test_word_that_holds_pictures_alone_is_left_to_its_sender(reading):
    paper = reading(word(picture()))
    assert paper.pages == [""]
    assert paper.needs_declaration


@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared/seeds")
def test_a_real_file_in_an_old_font_is_read():
    path = SEEDS / "dinh-huong-2018-vntime.docx"
    with path.open("rb") as file:
        paper = read(path, kind_of(file))
    assert paper.converted == "TCVN3"
    assert "Định hướng nhiệm vụ trọng tâm công tác khoa giáo năm 2018" in paper.pages[0]


def test_a_text_too_long_for_html_is_still_read(reading, monkeypatch):
    monkeypatch.setattr("core.word.reading.MAX_TEXT", 100)
    paper = reading(word("Điều 1", "dài " * 60))
    assert paper.pages[0].startswith("Điều 1\ndài")
    assert paper.html == ""
    assert not paper.needs_declaration


def test_excel_is_read_sheet_by_sheet(reading):
    def change(book):
        book.create_sheet("Phụ lục").append(["Mật độ", 12.5])

    rows = [["Xã", "Ngày", "Số"], ["Đông Lam", datetime(2026, 6, 30), 3], [], [None, None, True]]  # noqa: DTZ001
    paper = reading(sheet(rows, "Tổng hợp", change=change))
    assert paper.pages == [
        "Tổng hợp\nXã\tNgày\tSố\nĐông Lam\t30/06/2026\t3\n\t\tTrue",
        "Phụ lục\nMật độ\t12,5",
    ]
    assert paper.page_count == 2
    assert stamps_in(paper.pages) == []


def test_a_stamp_in_a_cell_of_an_old_font_is_found(reading):
    paper = reading(sheet([["x", "mËt"], ["ngày"]], fonts=[("B1", ".VnTimeH")]))
    assert paper.converted == "TCVN3"
    assert stamps_in(paper.pages)


def test_words_in_a_text_box_of_excel_are_read(reading):
    drawing = f"<wsDr {A}><a:p><a:r><a:t>TUYỆT MẬT</a:t></a:r></a:p></wsDr>"
    data = changed(sheet([["a"]]), "xl/drawings/drawing1.xml", new=drawing.encode())
    assert stamps_in(reading(data).pages)


def test_excel_has_an_end(reading, monkeypatch):
    monkeypatch.setattr(spreadsheets, "MAX_CELLS", 20)
    paper = reading(sheet([[number, number] for number in range(50)]))
    assert paper.pages[0].split("\n")[1:3] == ["0\t0", "1\t1"]
    assert paper.pages[0].count("\n") < 10
    assert "phần đầu" in paper.note
    assert paper.needs_declaration


def test_powerpoint_is_read_slide_by_slide(reading):
    deck = reading(slides(*[f"Trang {number}\nNội dung" for number in range(1, 12)]))
    assert deck.page_count == 11
    assert deck.pages[9] == "Trang 10\nNội dung"


def test_slides_have_an_end(reading):
    deck = reading(slides("a", "b", "c"), Limits(pages=2))
    assert (deck.pages, deck.page_count, deck.needs_declaration) == (["a", "b"], 3, True)


def test_old_fonts_in_powerpoint_are_guessed(reading):
    deck = reading(slides("Uû ban nh©n d©n tØnh"))
    assert (deck.pages, deck.converted) == (["Uỷ ban nhân dân tỉnh"], "TCVN3")


def test_open_document_text_is_read(reading):
    content = (
        "<text:h>Báo cáo</text:h><text:p>Một<text:s/>hai<text:line-break/>ba</text:p>"
        "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
    )
    assert reading(open_document("text", content)).pages == ["Báo cáo\nMột hai\nba"]


def test_open_document_headers_are_read(reading):
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    styles = f"<styles {names}><text:p>MẬT</text:p></styles>"
    paper = reading(open_document("text", "<text:p>a</text:p>", **{"styles.xml": styles}))
    assert stamps_in(paper.pages)


def test_an_open_document_sheet_is_read(reading):
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('Xã')}{cell.format('Số')}</table:table-row>"
    assert reading(open_document("spreadsheet", f"<table:table>{row}</table:table>")).pages == [
        "Xã\tSố"
    ]


HOSTILE = [
    word("a", parts={"word/header1.xml": ENTITY + "<a>&x;</a>"}),
    word("a", parts={"word/document.xml": ENTITY + "<a>&x;</a>"}),
    slides("a", parts={"ppt/slides/slide1.xml": ENTITY + "<a>&x;</a>"}),
    changed(sheet([["a"]]), "xl/worksheets/sheet1.xml", b"<worksheet", DECLARED + b"<worksheet"),
    changed(sheet([["a"]]), "xl/workbook.xml", b"<workbook", DECLARED + b"<workbook"),
    open_document("text", "", **{"styles.xml": ENTITY + "<a>&x;</a>"}),
]


@pytest.mark.parametrize("data", HOSTILE)
def test_declarations_are_refused(reading, data):
    with pytest.raises(ReadingError, match="khai báo XML"):
        reading(data)


@pytest.mark.parametrize(
    "data",
    [
        slides("a", parts={"ppt/slides/slide1.xml": "<a>"}),
        slides("a", parts={"ppt/slides/slide1.xml": b"<?xml version='1.0' encoding='x-no'?><a/>"}),
        zipped({"[Content_Types].xml": types(WORKBOOK)}),
        changed(sheet([["a"]]), "xl/worksheets/sheet1.xml", b"</worksheet>", b""),
        open_document("text", "<text:p>"),
        word("a", parts={"word/document.xml": "<w:document"}),
    ],
)
def test_broken_files_are_a_sentence(reading, data):
    with pytest.raises(ReadingError, match="lưu lại"):
        reading(data)


def test_depth_does_not_matter(reading):
    deep = f"<sld {A}>" + "<a:b>" * 100_000 + "<a:t>đáy</a:t>" + "</a:b>" * 100_000 + "</sld>"
    assert reading(slides("a", parts={"ppt/slides/slide1.xml": deep})).pages == ["đáy"]


def test_a_date_is_written_as_it_is_read_here():
    assert spreadsheets._written(date(2026, 2, 5)) == "05/02/2026"
    assert spreadsheets._written(datetime(2026, 2, 5, 8, 30)) == "05/02/2026 08:30"  # noqa: DTZ001
