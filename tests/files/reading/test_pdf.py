"""PDF: text by page, old fonts, scans, and files made to break what opens them."""

import io
from unicodedata import normalize

import pypdfium2
import pytest
from django.conf import settings
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from files.reading import Limits, ReadingError, kind_of, page_pictures, stamps_in
from tests.files.reading.makers import page_picture, pdf, raw_pdf, saved

PAPER = settings.BASE_DIR / "demo" / "files" / "14-QD-TU.pdf"
SCAN = saved(page_picture((150, 200, "ỦY BAN NHÂN DÂN"), (900, 200, "TỐI MẬT")), "PDF")
UPRIGHT = [(72, 700, "Thông báo")]


def encrypted(password):
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password, ownerPassword="chu"))
    canvas.drawString(72, 700, "Thong bao")
    canvas.save()
    return file.getvalue()


def merged(*files):
    """The pages of several PDFs in one."""
    document = pypdfium2.PdfDocument.new()
    for data in files:
        document.import_pages(pypdfium2.PdfDocument(data))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_paper_is_read_page_by_page(reading):
    paper = reading(PAPER.read_bytes())
    assert len(paper.pages) == paper.page_count == 2
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy" in paper.pages[0]
    assert (paper.is_scan, paper.ocr, paper.needs_declaration, paper.note) == (*[False] * 3, "")


def test_text_comes_in_composed_letters(reading):
    text = normalize("NFD", "Tỉnh ủy")
    assert reading(pdf([(72, 700, text)])).pages == ["Tỉnh ủy"]


def test_text_of_a_stamp_beside_a_line_stands_alone(reading):
    page = [(72, 700, "TỈNH ỦY SƠN HẢI"), (400, 700, "MẬT"), (72, 600, "Kính gửi: các ban")]
    pages = reading(pdf([(72, 700, "Bìa")], page)).pages
    assert pages[1] == "TỈNH ỦY SƠN HẢI\tMẬT\nKính gửi: các ban"
    assert [(stamp.page, stamp.word) for stamp in stamps_in(pages)] == [(2, "MẬT")]


def test_a_sentence_about_secrets_stays_a_line(reading):
    pages = reading(pdf([(72, 700, "văn bản có dấu MẬT gửi riêng")])).pages
    assert pages == ["văn bản có dấu MẬT gửi riêng"]


@pytest.mark.parametrize(
    ("font", "text", "shown", "encoding"),
    [
        (".VnTime", "Uû ban nh©n d©n tØnh", "Uỷ ban nhân dân tỉnh", "TCVN3"),
        ("ABCDEF+.VnTimeH", "tèi mËt", "TỐI MẬT", "TCVN3"),
        ("VNI-Times", "Uûy ban nhaân daân", "Ủy ban nhân dân", "VNI"),
        ("Helvetica", "Uû ban nh©n d©n tØnh", "Uỷ ban nhân dân tỉnh", "TCVN3"),
        ("Helvetica", "Café 37°C, © 2018", "Café 37°C, © 2018", ""),
    ],
)
def test_text_in_old_fonts_is_converted(reading, font, text, shown, encoding):
    paper = reading(pdf([(72, 700, text)], font=font))
    assert (paper.pages, paper.converted) == ([shown], encoding)


def test_a_box_of_text_put_on_the_page_is_read(reading):
    box = "/Annots[<</Type/Annot/Subtype/FreeText/Rect[9 9 99 99]/Contents<FEFF004D1EAC0054>>>]"
    assert stamps_in(reading(pdf(UPRIGHT, annotations=box.encode())).pages)


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_recognised(reading):
    scan = reading(SCAN)
    assert scan.is_scan
    assert scan.ocr
    assert not scan.needs_declaration
    assert "ỦY BAN NHÂN DÂN" in scan.pages[0]
    assert scan.confidence[0] > 60
    assert [stamp.word for stamp in stamps_in(scan.pages, ocr=True)] == ["TỐI MẬT"]


@pytest.mark.usefixtures("without_tesseract")
def test_a_scan_with_the_words_of_a_signature_is_still_a_scan(reading):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for strip in (0, 421):  # scanners cut pages into strips
        canvas.drawInlineImage(page_picture(size=(600, 400)), 0, strip, 595, 421)
    canvas.drawString(300, 100, "Ky boi: Van phong Tinh uy, 30/6/2026")
    canvas.save()
    scan = reading(file.getvalue())
    assert scan.is_scan
    assert scan.needs_declaration
    assert "Van phong" in scan.pages[0]


@pytest.mark.usefixtures("tesseract")
def test_only_pages_without_text_are_recognised(reading):
    mixed = reading(merged(PAPER.read_bytes(), SCAN))
    assert mixed.confidence[:2] == [None, None]
    assert mixed.confidence[2] > 60
    assert not mixed.is_scan


@pytest.mark.usefixtures("tesseract")
def test_recognition_has_an_end(reading):
    scan = reading(merged(SCAN, SCAN), Limits(ocr_pages=1))
    assert (bool(scan.pages[0]), scan.pages[1]) == (True, "")
    assert "1 trang ảnh quét" in scan.note
    assert scan.needs_declaration
    assert reading(SCAN, Limits(ocr_seconds=0)).pages == [""]


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_a_scan_says_so(reading):
    scan = reading(SCAN)
    assert scan.pages == [""]
    assert scan.is_scan
    assert scan.needs_declaration
    assert not scan.ocr
    assert "chưa cài tesseract" in scan.note


def test_a_password_leaves_the_content_to_its_sender(reading):
    locked = reading(encrypted("mat"))
    assert locked.needs_declaration
    assert "mật khẩu" in locked.note


def test_a_password_for_changes_alone_does_not_hinder_reading(reading):
    assert reading(encrypted("")).pages == ["Thong bao"]


def test_ten_thousand_pages_are_counted_and_the_first_ones_read(reading):
    kids = b"[" + b"3 0 R " * 10_000 + b"]"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    pages = b"<</Type/Pages/Kids" + kids + b"/Count 10000>>"
    data = raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page])
    paper = reading(data, Limits(pages=500))
    assert (paper.page_count, len(paper.pages)) == (10_000, 500)
    assert "10000 trang; chỉ đọc 500" in paper.note
    assert paper.needs_declaration


def test_text_has_an_end(reading):
    long = reading(PAPER.read_bytes(), Limits(characters=100))
    assert sum(map(len, long.pages)) == 100
    assert "phần đầu" in long.note
    assert long.needs_declaration


LOOP = raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])


@pytest.mark.parametrize(
    "data",
    [
        PAPER.read_bytes()[:3000],
        b"%PDF-1.7\n",
        b"%PDF-1.4\n<script>alert(1)</script>",
        LOOP,
        LOOP.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"),
        raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
    ],
)
def test_a_broken_file_is_a_sentence(reading, data):
    with pytest.raises(ReadingError, match="hỏng"):
        reading(data)


def test_an_xref_that_leads_to_itself_ends(reading):
    data = pdf(UPRIGHT)
    start = int(data.split(b"startxref\n")[1].split()[0])
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)
    assert reading(data).pages == ["Thông báo"]


def test_one_bad_page_does_not_take_the_others_along(reading):
    data = pdf(UPRIGHT, UPRIGHT).replace(b"Kids[5 0 R 7 0 R]", b"Kids[5 0 R 2 0 R]")
    paper = reading(data)
    assert paper.pages[0] == "Thông báo"
    assert "1 trang bị hỏng" in paper.note
    assert paper.needs_declaration


def pictures(path, first=1, last=9, width=300):
    with path.open("rb") as file:
        kind = kind_of(file)
    return {n: Image.open(io.BytesIO(p)) for n, p in page_pictures(path, kind, first, last, width)}


def test_pages_are_drawn_in_the_width_that_is_asked_for():
    drawn = pictures(PAPER)
    assert {number: picture.size for number, picture in drawn.items()} == dict.fromkeys(
        (1, 2), (300, 425)
    )
    assert drawn[1].format == "WEBP"
    darkest, lightest = drawn[1].convert("L").getextrema()
    assert (darkest < 60, lightest) == (True, 255)
    assert list(pictures(PAPER, 2, 2)) == [2]
    assert pictures(PAPER, 3, 9) == {}


@pytest.mark.parametrize("box", ["0 0 14400 14400", "0 0 900000 900000", "0 0 1 200000"])
def test_a_giant_page_is_drawn_small(written, box):
    drawn = pictures(written(pdf(UPRIGHT, box=box)), width=2000)
    assert drawn[1].width * drawn[1].height <= 20_100_000
    assert max(drawn[1].size) <= 12_001


def test_a_file_with_a_password_is_not_drawn(written):
    with pytest.raises(ReadingError, match="mật khẩu"):
        pictures(written(encrypted("mat")))
