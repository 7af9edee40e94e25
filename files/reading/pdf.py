"""Text of PDF files by pypdfium2; pages that are pictures are recognised."""

from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice
from math import isfinite, sqrt

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from files.reading import ocr
from files.reading.errors import ReadingError
from files.reading.letters import has_old_font, text_by_letters, written_on
from files.reading.red import stamps_in_red
from files.reading.result import Budget, Reading
from files.reading.stamps import may_hold_stamp, stamps_in
from files.reading.text import from_old_font, tidy

MAX_PIXELS = 20_000_000  # of a page's picture: A4 at 200 dpi has 4 million
MAX_SIDE = 12_000
PICTURE = (raw.FPDF_PAGEOBJ_IMAGE,)
LINES = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
COVERED = 0.5  # of a page by pictures: it is a scan even if a signature left some words
FEW_LETTERS = 250
STAMPED_PAGES = 3  # the first ones, which bear the stamps
MAX_OBJECTS = 2000  # looked at in a page; a scan has a handful

BROKEN = "Tệp PDF này bị hỏng hoặc tải lên chưa trọn. Hãy mở tệp gốc, lưu lại rồi gửi lại."
LOCKED = "Tệp PDF được đặt mật khẩu nên chưa đọc được nội dung."
MORE_PAGES = "Tệp có {} trang; chỉ đọc {} trang đầu."
BAD_PAGES = "Không đọc được {} trang bị hỏng."
UNREAD = "Chưa đọc được chữ trong {} trang ảnh quét: tệp quá dài hoặc ảnh không rõ."


class LockedError(Exception):
    """The document asks for a password."""


def opened(path) -> pdfium.PdfDocument:
    """Raises LockedError, ReadingError."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise LockedError from error
        raise ReadingError(BROKEN) from error
    if not len(document):
        raise ReadingError(BROKEN)
    return document


def read_pdf(path, budget: Budget) -> Reading:
    try:
        document = opened(path)
    except LockedError:
        return Reading([""], note=LOCKED, needs_declaration=True)
    with closing(document):
        return _PdfReading(document, budget).read()


class _PdfReading:
    def __init__(self, document, budget):
        self.document, self.budget = document, budget
        self.result = Reading(page_count=len(document))
        self.scans = self.unread = self.broken = 0

    def read(self) -> Reading:
        result = self.result
        count = min(result.page_count, self.budget.limits.pages)
        for number in range(count):
            text, confidence = self._page(number)
            result.pages.append(self.budget.taken(text))
            result.confidence.append(confidence)
        if self.broken == count:
            raise ReadingError(BROKEN)
        result.is_scan = self.scans * 2 > count
        result.ocr = any(sure is not None for sure in result.confidence)
        result.needs_declaration = bool(self.unread or self.broken or count < result.page_count)
        result.note = " ".join(self._notes(count))
        return result

    def _page(self, number):
        try:
            with closing(self.document[number]) as page:
                text, confidence = self._text(page), None
                if _is_picture(page, text):
                    self.scans += 1
                    text, confidence = self._recognised(page, text)
                if number < STAMPED_PAGES:
                    text = self._with_red_stamps(page, text)
                return text, confidence
        except pdfium.PdfiumError:
            self.broken += 1
            return "", None

    def _text(self, page):
        with closing(page.get_textpage()) as letters:
            text = letters.get_text_bounded()
            if has_old_font(letters, text) or may_hold_stamp(text):
                text, encoding = text_by_letters(letters)
            else:
                text, encoding = from_old_font(text)
        self.result.converted = self.result.converted or encoding
        return tidy(f"{text}\n{written_on(page)}")

    def _recognised(self, page, text):
        found = None
        if ocr.is_installed() and self.budget.may_recognise():
            found = ocr.recognise(picture_of(page, dpi=ocr.DPI, grey=True))
        if found is None:
            self.unread += 1
            return text, None
        return "\n".join(filter(None, [text, tidy(found.text)])), found.confidence

    def _with_red_stamps(self, page, text):
        """A stamp may be a picture on a page of text, too."""
        if not (ocr.is_installed() and self.budget.has_time and _drawn(page, PICTURE)):
            return text
        if stamps_in([text], ocr=True):
            return text
        return "\n".join([*stamps_in_red(picture_of(page, dpi=ocr.DPI)), text])

    def _notes(self, count):
        if count < self.result.page_count:
            yield MORE_PAGES.format(self.result.page_count, count)
        if self.broken:
            yield BAD_PAGES.format(self.broken)
        if self.unread:
            yield UNREAD.format(self.unread) if ocr.is_installed() else ocr.MISSING


def _is_picture(page, text):
    """Whether what the page says is drawn, not written."""
    letters = sum(map(str.isalpha, text))
    if letters > FEW_LETTERS:
        return False
    if letters < 3:
        return bool(_drawn(page, (*PICTURE, *LINES)))
    width, height = page.get_size()
    return sum(map(_area, _drawn(page, PICTURE))) >= COVERED * width * height


def _drawn(page, kinds):
    return list(islice(page.get_objects(filter=kinds, max_depth=3), MAX_OBJECTS))


def _area(item):
    try:
        left, bottom, right, top = item.get_bounds()
    except pdfium.PdfiumError:
        return 0
    return (right - left) * (top - bottom)


def picture_of(page, *, width: int = 0, dpi: int = 0, grey: bool = False) -> Image.Image:
    """A page as picture, in a width or resolution, smaller where it would be too large.

    Raises ReadingError where the page has no size.
    """
    across, down = page.get_size()
    if not (isfinite(across) and isfinite(down) and across > 0 and down > 0):
        raise ReadingError(BROKEN)
    scale = width / across if width else dpi / 72
    scale = min(scale, sqrt(MAX_PIXELS / across / down), MAX_SIDE / max(across, down))
    scale *= 1 - 1e-6  # the size is rounded up, and 200.0000001 is meant as 200
    return page.render(scale=scale, grayscale=grey).to_pil()


def pictures_of(path, first: int, last: int, width: int) -> Iterator[tuple[int, Image.Image]]:
    """Pages first to last (from 1) as far as there are such; those that are broken are left out.

    Raises LockedError, ReadingError."""
    with closing(opened(path)) as document:
        for number in range(first, min(last, len(document)) + 1):
            with suppress(pdfium.PdfiumError), closing(document[number - 1]) as page:
                yield number, picture_of(page, width=width)
