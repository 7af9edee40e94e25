"""The text and the page pictures of a file, in this process: see sandbox for the safe way."""

from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from files.reading import soffice
from files.reading.errors import UnavailableError
from files.reading.kinds import KINDS, OLD_OFFICE, PICTURES, SOUNDS, Kind
from files.reading.result import Budget, Limits, Reading

SOUND = "Tệp ghi âm: nội dung không được đọc."
CUT = "Tệp rất dài: chỉ đọc phần đầu."
NO_WORDS = "Không tìm thấy chữ nào trong tệp."
NO_PICTURES = "Tệp {} không có trang để xem."
LOCKED = "Tệp PDF được đặt mật khẩu nên không xem trước được."
QUALITY = 80
MAX_HEIGHT = 16_000  # of a WebP picture


def read(path: str | Path, kind: Kind, limits: Limits | None = None) -> Reading:
    """Raises ReadingError where the file is broken or too large."""
    return _read(Path(path), kind, Budget(limits or Limits()))


def _read(path, kind, budget):
    if kind.label in SOUNDS:
        return Reading([""], note=SOUND, needs_declaration=True)
    if kind.label in OLD_OFFICE:
        return _read_old(path, kind, budget)
    reading = _reader(kind.label)(path, budget)
    if budget.is_spent:
        _leave_to_sender(reading, CUT)
    elif not any(any(map(str.isalnum, page)) for page in reading.pages) and not reading.ocr:
        _leave_to_sender(reading, NO_WORDS)
    reading.confidence = reading.confidence or [None] * len(reading.pages)
    return reading


def _leave_to_sender(reading, why):
    reading.note = reading.note or why
    reading.needs_declaration = True


def _reader(label):
    """Readers are imported when needed: each brings libraries that take time to load."""
    if label == "PDF":
        from files.reading.pdf import read_pdf as reader
    elif label == "XLSX":
        from files.reading.spreadsheets import read_xlsx as reader
    elif label in PICTURES:
        from files.reading.pictures import read_picture as reader
    elif label == "ZIP":
        from files.reading.zips import read_zip

        return lambda path, budget: read_zip(path, budget, _read)
    else:
        from files.reading import office

        return getattr(office, f"read_{label.lower()}")
    return reader


def _read_old(path, kind, budget):
    new = KINDS[OLD_OFFICE[kind.label]]
    try:
        with soffice.converted(path, kind.extension, new.extension[1:]) as converted:
            return _read(converted, new, budget)
    except UnavailableError as error:
        return Reading([""], note=str(error), needs_declaration=True)


def page_pictures(
    path: str | Path, kind: Kind, first: int, last: int, width: int
) -> Iterator[tuple[int, bytes]]:
    """(number, WebP) of the pages first to last, from 1, as far as there are such.

    Raises UnavailableError where this kind has no pages or needs a program that is missing,
    ReadingError where the file is broken.
    """
    with ExitStack() as stack:
        for number, picture in _pictures(Path(path), kind, (first, last, width), stack):
            yield number, _webp(picture)


def _pictures(path, kind, wanted, stack):
    from files.reading import pdf, pictures

    if kind.label in SOUNDS | {"ZIP"}:
        raise UnavailableError(NO_PICTURES.format(kind.label))
    first, _, width = wanted
    if kind.label in PICTURES:
        return [(1, _narrowed(pictures.opened(path), width))] if first == 1 else []
    if kind.label != "PDF":
        path = stack.enter_context(soffice.converted(path, kind.extension, "pdf"))
    return _unlocked(pdf, path, wanted)


def _unlocked(pdf, path, wanted):
    try:
        yield from pdf.pictures_of(path, *wanted)
    except pdf.LockedError as error:
        raise UnavailableError(LOCKED) from error


def _narrowed(picture, width):
    picture.thumbnail((width, MAX_HEIGHT))
    return picture


def _webp(picture):
    file = BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=2)
    return file.getvalue()
