"""Stamps in red ink."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from files.reading import stamps_in
from tests.files.reading.makers import page_picture, saved, stamped

LINES = [(150, 120 + 70 * at, "Căn cứ Điều lệ Đảng và Quy chế làm việc") for at in range(12)]
PAGE = page_picture(*LINES)


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(("word", "angle"), [("MẬT", -6), ("TỐI MẬT", 7), ("TUYỆT MẬT", 2)])
def test_a_crooked_stamp_in_a_frame_is_found(reading, word, angle):
    scan = reading(saved(stamped(PAGE, word, angle, (800, 1100)), "PDF", resolution=150))
    assert [stamp.word for stamp in stamps_in(scan.pages, scan.ocr)] == [word]


@pytest.mark.usefixtures("tesseract")
def test_a_stamp_as_picture_on_a_page_of_text_is_found(reading):
    file = io.BytesIO()
    canvas = Canvas(file)
    for line in range(20):
        canvas.drawString(72, 500 - 20 * line, "Ban Tuyen giao va Dan van Tinh uy")
    picture = stamped(Image.new("L", (500, 200), 255), "MẬT", 4, (150, 40))
    canvas.drawImage(ImageReader(picture), 300, 700, 180, 72)
    canvas.save()
    paper = reading(file.getvalue())
    assert [stamp.word for stamp in stamps_in(paper.pages)] == ["MẬT"]
    assert not paper.ocr


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("word", ["BÍ MẬT", "TỈNH ỦY", "MẶT TRẬN"])
def test_other_red_words_are_no_stamp(reading, word):
    page = reading(saved(stamped(PAGE, word, 5, (800, 1100)), "PNG"))
    assert stamps_in(page.pages, page.ocr) == []
