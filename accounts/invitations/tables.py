"""The cells of a list as it comes from an office: XLSX, or CSV in any of its encodings."""

import csv
import re
from datetime import date, datetime
from io import BytesIO, StringIO

from openpyxl import load_workbook

from core.archive import MB, Archive, ArchiveError, TooLargeError
from core.legacy import WORD, is_syllable, tcvn3, vni
from core.vietnamese import repair
from files.reading.errors import ReadingError
from files.reading.spreadsheets import refuse_declarations

LARGEST = 5 * MB
MAX_ROWS = 20_000
MAX_COLUMNS = 50
DELIMITERS = ",;\t"
HEAD = 5000  # characters by which the delimiter is told

TOO_LARGE = "Tệp quá lớn: tối đa 5 MB và 20.000 dòng. Hãy chia danh sách thành nhiều tệp."
BROKEN = "Không mở được tệp Excel này. Hãy lưu lại dưới dạng .xlsx rồi gửi lại."
OLD_EXCEL = "Tệp .xls đời cũ không đọc được. Hãy mở bằng Excel và lưu dưới dạng .xlsx."
NOT_TEXT = "Tệp này không phải CSV hay Excel (.xlsx)."


class TableError(ValueError):
    """The file cannot be read; the message tells its sender why."""


def read_table(content: bytes) -> list[tuple[int, list[str]]]:
    """(number as the file counts its rows, cells) of each row that holds anything."""
    if len(content) > LARGEST:
        raise TableError(TOO_LARGE)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(OLD_EXCEL)
    rows = xlsx_rows(content) if content.startswith(b"PK") else csv_rows(content)
    table = []
    for number, cells in rows:
        if number > MAX_ROWS:
            raise TableError(TOO_LARGE)
        clean = [" ".join(repair(cell).split()) for cell in cells[:MAX_COLUMNS]]
        if any(clean):
            table.append((number, clean))
    return table


def csv_rows(content):
    text = decoded(content)
    if "\0" in text or "%PDF" in text[:10]:
        raise TableError(NOT_TEXT)
    delimiter = max(DELIMITERS, key=text[:HEAD].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise TableError(f"Dòng {reader.line_num}: không tách được thành ô.") from error


def decoded(content):
    """By its mark, as UTF-8, or by whatever makes the most Vietnamese syllables of it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        western = content.decode("cp1252", "replace")
        texts = [repair(content.decode("cp1258", "replace")), tcvn3(western), vni(western)]
        return max(texts, key=syllables)


def syllables(text):
    return sum(is_syllable(word) for word in WORD.findall(text[:20_000]) if not word.isascii())


def xlsx_rows(content):
    """The first sheet. Its parts are bounded and free of declarations before openpyxl sees them."""
    try:
        archive = Archive(BytesIO(content))
        for name in archive.names:
            if name.lower().endswith((".xml", ".rels")):
                refuse_declarations(archive.read(name, 50 * MB))
    except (ArchiveError, ReadingError) as error:
        raise TableError(str(error)) from error
    except TooLargeError as error:
        raise TableError(TOO_LARGE) from error
    try:
        sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, values_only=True), 1)
        return [(number, [written(value) for value in row]) for number, row in rows]
    except Exception as error:  # openpyxl raises anything on a file that is not its own
        raise TableError(BROKEN) from error


def written(value):
    """A cell as it is read on the screen; a telephone number is a number to Excel."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def telephone(text):
    """With the zero that Excel takes away from a number: 912345678 gives 0912345678."""
    digits = re.sub(r"[\s.()-]", "", text)
    return f"0{digits}" if re.fullmatch(r"[1-9]\d{8}", digits) else text
