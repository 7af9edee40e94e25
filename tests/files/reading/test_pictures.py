"""Photographed pages, and sound."""

import io

import pytest
from PIL import Image

from files.reading import Limits, ReadingError, UnavailableError, kind_of, page_pictures, pictures
from tests.files.reading.makers import mp3, page_picture, saved, zipped

PAGE = page_picture((150, 150, "ỦY BAN NHÂN DÂN"), (150, 300, "Kính gửi: các cơ quan"))


@pytest.mark.usefixtures("tesseract")
def test_a_photographed_page_is_recognised_however_it_was_held(reading):
    turned = PAGE.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it to the right
    page = reading(saved(turned, "JPEG", exif=exif))
    assert "ỦY BAN NHÂN DÂN" in page.pages[0]
    assert page.ocr
    assert page.is_scan
    assert page.confidence[0] > 60
    assert not page.needs_declaration


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_a_picture_says_so(reading):
    page = reading(saved(PAGE, "PNG"))
    assert (page.pages, page.needs_declaration) == ([""], True)
    assert "tesseract" in page.note


def test_a_picture_that_there_is_no_time_for_says_so(reading):
    page = reading(saved(PAGE, "PNG"), Limits(ocr_pages=0))
    assert page.needs_declaration
    assert page.note


@pytest.mark.parametrize(
    "data", [saved(PAGE, "JPEG")[:700], saved(PAGE, "PNG")[:700], b"RIFF\x08\0\0\0WEBPVP8 "]
)
def test_a_broken_picture_is_a_sentence(reading, data):
    with pytest.raises(ReadingError, match="bị hỏng"):
        reading(data)


def test_a_picture_of_too_many_points_is_not_unpacked(reading, monkeypatch):
    monkeypatch.setattr(pictures, "MAX_PIXELS", 10_000)
    with pytest.raises(ReadingError, match="quá nhiều điểm ảnh"):
        reading(saved(PAGE, "JPEG"))


def test_a_picture_is_its_own_page(written):
    path = written(saved(PAGE, "PNG"))
    with path.open("rb") as file:
        kind = kind_of(file)
    [(number, picture)] = page_pictures(path, kind, 1, 5, 400)
    assert number == 1
    assert Image.open(io.BytesIO(picture)).size == (400, 566)
    assert list(page_pictures(path, kind, 2, 5, 400)) == []


def test_a_recording_is_left_to_its_sender(reading):
    assert reading(mp3()).needs_declaration


@pytest.mark.parametrize("data", [mp3(), zipped({"a.txt": "a"})])
def test_what_has_no_pages_says_so(written, data):
    path = written(data)
    with path.open("rb") as file:
        kind = kind_of(file)
    with pytest.raises(UnavailableError, match="không có trang"):
        list(page_pictures(path, kind, 1, 5, 400))
