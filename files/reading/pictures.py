"""Pictures as files: photographed pages are recognised."""

from pathlib import Path

from PIL import Image, ImageOps

from files.reading import ocr
from files.reading.errors import ReadingError
from files.reading.red import stamps_in_red
from files.reading.result import Budget, Reading
from files.reading.stamps import stamps_in
from files.reading.text import tidy

MAX_PIXELS = 120_000_000  # the best phones take 108
MAX_SIDE = 3500  # a page of A4 at 300 dpi

BROKEN = "Ảnh này bị hỏng hoặc tải lên chưa trọn. Hãy gửi lại ảnh khác."
TOO_LARGE = "Ảnh này có quá nhiều điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại."
UNCLEAR = "Chưa đọc được chữ trong ảnh."


def read_picture(path: Path, budget: Budget) -> Reading:
    """A picture without words (a photograph) has empty text and needs no OCR to be whole."""
    picture, found = opened(path), None
    if ocr.is_installed() and budget.may_recognise():
        found = ocr.recognise(picture.convert("L"))
    if found is None:
        note = UNCLEAR if ocr.is_installed() else ocr.MISSING
        return Reading([""], is_scan=True, note=note, needs_declaration=True)
    text = tidy(found.text)
    if not stamps_in([text], ocr=True):
        text = "\n".join([*stamps_in_red(picture), text])
    text = budget.taken(text)
    return Reading([text], is_scan=True, ocr=True, confidence=[found.confidence])


def opened(path: Path) -> Image.Image:
    """The picture upright, no larger than a page needs. Raises ReadingError."""
    try:
        with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise ReadingError(TOO_LARGE)
            picture.draft(None, (MAX_SIDE, MAX_SIDE))
            picture.thumbnail((MAX_SIDE, MAX_SIDE))
            return ImageOps.exif_transpose(picture).convert("RGB")
    except Image.DecompressionBombError as error:
        raise ReadingError(TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise ReadingError(BROKEN) from error
