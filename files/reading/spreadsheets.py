"""Text of Excel files: a page a sheet, a line a row, cells parted by tabs."""

import re
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell

from core.archive import MB, Archive, ArchiveError, TooLargeError
from core.legacy import decoder_for, is_unicode, vni
from files.reading.errors import ReadingError
from files.reading.result import Budget, Reading
from files.reading.text import from_old_font, tidy
from files.reading.xmltext import FORBIDDEN, SLIDE, TOO_BIG, words_of

MAX_XML = 100 * MB
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml", re.IGNORECASE)
MAX_ROWS = 50_000  # of a sheet
MAX_CELLS = 1_000_000  # of all sheets, the empty ones too
MAX_SHEETS = 200

BROKEN = "Tệp Excel này bị hỏng hoặc có cấu trúc lạ. Hãy mở bằng Excel, lưu lại rồi gửi lại."
CUT = "Bảng tính rất lớn: chỉ đọc phần đầu."


def read_xlsx(path: Path, budget: Budget) -> Reading:
    with path.open("rb") as file:
        drawn = _drawn_words(file)
        try:
            book = load_workbook(file, read_only=True, data_only=True)
            return _XlsxReading(book, budget, drawn).read()
        except (ReadingError, MemoryError):
            raise
        except Exception as error:  # openpyxl raises anything on a file that is not its own
            raise ReadingError(BROKEN) from error


def _drawn_words(file):
    """What stands in text boxes, where a stamp may be. Parts with declarations are refused, for
    openpyxl parses whatever it finds; the sizes in the directory bound what it unpacks."""
    words = []
    try:
        archive = Archive(file)
        for name in archive.names:
            if name.lower().endswith((".xml", ".rels")):
                part = archive.read(name, MAX_XML)
                refuse_declarations(part)
                words += [words_of(part, SLIDE)] if DRAWING.fullmatch(name) else []
        return "\n".join(words)
    except ArchiveError as error:
        raise ReadingError(str(error)) from error
    except TooLargeError as error:
        raise ReadingError(TOO_BIG) from error


def refuse_declarations(part):
    if DECLARATION.search(part) or part.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadingError(FORBIDDEN)


class _XlsxReading:
    def __init__(self, book, budget, drawn):
        self.book, self.budget = book, budget
        self.cells, self.is_cut = MAX_CELLS, False
        self.result, self.drawn = Reading(), drawn

    def read(self) -> Reading:
        result, sheets = self.result, self.book.worksheets
        self.is_cut = len(sheets) > MAX_SHEETS
        for sheet in sheets[:MAX_SHEETS]:
            rows = filter(None, [sheet.title, self.drawn, *map(self._row, self._rows(sheet))])
            self.drawn = ""  # once is enough
            text, encoding = from_old_font("\n".join(rows))
            result.converted = result.converted or encoding
            result.pages.append(self.budget.taken(tidy(text)))
        result.page_count = len(sheets)
        if self.is_cut:
            result.note, result.needs_declaration = CUT, True
        return result

    def _rows(self, sheet):
        """A sheet may say that it has a million rows and hold ten; those count that are there."""
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows()):
            self.cells -= len(row) + 1
            if self.cells < 0 or number >= MAX_ROWS:
                self.is_cut = True
                return
            yield row

    def _row(self, row):
        return "\t".join(self._text(cell) for cell in row).rstrip("\t")

    def _text(self, cell):
        value = cell.value
        if value is None:
            return ""
        if not isinstance(value, str):
            return _written(value)
        words = " ".join(value.split())
        decode = None if words.isascii() or is_unicode(words) else _decoder(cell)
        if decode:
            self.result.converted = "VNI" if decode is vni else "TCVN3"
            return decode(words)
        return words


def _decoder(cell):
    return decoder_for(cell.font.name) if isinstance(cell, ReadOnlyCell) else None


def _written(value):
    """Numbers as Excel keeps them, with a comma; dates as they are read here."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)
