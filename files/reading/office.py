"""Text of office files: Word, Excel, PowerPoint, OpenDocument."""

import re
from html import unescape
from pathlib import Path

from core.archive import MB, Archive, ArchiveError, TooLargeError
from core.word import WordError, read_whole_docx
from core.word.ooxml import TOO_LONG
from files.reading.errors import ReadingError
from files.reading.result import Budget, Reading
from files.reading.text import from_old_font, tidy
from files.reading.xmltext import OPEN_DOCUMENT, OPEN_SHEET, SLIDE, TOO_BIG, WORD, Marks, words_of

MAX_XML = 100 * MB

PICTURES_LEFT_OUT = "Bản đọc không có {} ảnh trong tệp."
MORE_SLIDES = "Tệp có {} trang chiếu; chỉ đọc {} trang đầu."

SLIDE_NAME = re.compile(r"ppt/slides/slide(\d+)\.xml", re.IGNORECASE)
MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
AROUND = re.compile(r"word/(?:header|footer)\d*\.xml", re.IGNORECASE)
BLOCK = re.compile(r"</(?:p|h\d|li|tr|figcaption|blockquote)>|<br>")
CELL = re.compile(r"</t[dh]>")
LAST_IN_CELL = re.compile(r"</p>\t")
TAG = re.compile(r"<[^>]*>")
SOURCE_BREAKS = re.compile(r"\s*\n\s*")


def read_docx(path: Path, budget: Budget) -> Reading:
    """Headers and footers first: a stamp may stand there. A text that is too long for HTML is
    read without."""
    with path.open("rb") as file:
        archive = _archive(file)
        around = _matching(archive, AROUND)
        try:
            html, encoding, pictures = read_whole_docx(_rewound(file))
        except WordError as error:
            if str(error) != TOO_LONG:
                raise ReadingError(str(error)) from error
            return _single(around + "\n" + _matching(archive, MAIN), budget)
    around, around_encoding = from_old_font(around)
    text = budget.taken(tidy(f"{around}\n{_lines(html)}"))
    note = PICTURES_LEFT_OUT.format(pictures) if pictures else ""
    return Reading([text], html=html, note=note, converted=encoding or around_encoding)


def read_pptx(path: Path, budget: Budget) -> Reading:
    """A page a slide, in the order of their numbers, the speaker's notes left out."""
    with path.open("rb") as file:
        archive = _archive(file)
        slides = {int(m[1]): m[0] for m in map(SLIDE_NAME.fullmatch, archive.names) if m}
        names = [slides[number] for number in sorted(slides)]
        count = budget.limits.pages
        reading = _paged((_words(archive, name, SLIDE) for name in names[:count]), budget)
    reading.page_count = len(names)
    if len(names) > count:
        reading.note, reading.needs_declaration = MORE_SLIDES.format(len(names), count), True
    return reading


def read_odt(path: Path, budget: Budget) -> Reading:
    """Headers and footers first: they stand among the styles."""
    with path.open("rb") as file:
        archive = _archive(file)
        parts = [_words(archive, name, OPEN_DOCUMENT) for name in ("styles.xml", "content.xml")]
    return _single("\n".join(parts), budget)


def read_ods(path: Path, budget: Budget) -> Reading:
    with path.open("rb") as file:
        return _single(_words(_archive(file), "content.xml", OPEN_SHEET), budget)


def _rewound(file):
    file.seek(0)
    return file


def _archive(file):
    try:
        return Archive(file)
    except ArchiveError as error:
        raise ReadingError(str(error)) from error


def _matching(archive, pattern):
    """The text of the parts of a Word file whose names match."""
    names = filter(pattern.fullmatch, archive.names)
    return "\n".join(_words(archive, name, WORD) for name in names)


def _words(archive: Archive, name: str, marks: Marks) -> str:
    """The text of a part, "" where it is not there."""
    if name not in archive:
        return ""
    try:
        return words_of(archive.read(name, MAX_XML), marks)
    except TooLargeError as error:
        raise ReadingError(TOO_BIG) from error
    except ArchiveError as error:
        raise ReadingError(str(error)) from error


def _single(text, budget):
    return _paged([text], budget)


def _paged(texts, budget: Budget) -> Reading:
    reading = Reading()
    for text in texts:
        decoded, encoding = from_old_font(text)
        reading.pages.append(budget.taken(tidy(decoded)))
        reading.converted = reading.converted or encoding
    return reading


def _lines(html):
    """A line each paragraph, item and row; cells are parted by tabs."""
    text = CELL.sub("\t", SOURCE_BREAKS.sub(" ", html))
    text = LAST_IN_CELL.sub("\t", text)
    return unescape(TAG.sub("", BLOCK.sub("\n", text)))
