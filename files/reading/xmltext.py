"""The words in the XML of office files, as it streams by: no tree, no declarations, no entities."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import ParseError, XMLParser

from files.reading.errors import ReadingError

CHUNK = 64 * 1024

BROKEN = "Nội dung tệp này không đọc được. Hãy mở tệp gốc, lưu lại rồi gửi lại."
FORBIDDEN = "Tệp này chứa khai báo XML không an toàn nên không được nhận."

TOO_BIG = "Tệp này quá lớn khi mở ra. Hãy chia thành nhiều tệp."


class Marks:
    """What the tags of a format (local names) say: which hold text, which end with what."""

    def __init__(self, texts: Iterable[str], ends: Mapping[str, str], skipped: Iterable[str] = ()):
        self.texts, self.ends, self.skipped = frozenset(texts), dict(ends), frozenset(skipped)


SLIDE = Marks({"t"}, {"p": "\n", "br": "\n", "tc": "\t"})
WORD = Marks({"t"}, {"p": "\n", "br": "\n", "cr": "\n", "tab": "\t", "tc": "\t"}, {"Fallback"})
OPEN_DOCUMENT = Marks(
    {"p", "h"},
    {"p": "\n", "h": "\n", "line-break": "\n", "tab": "\t", "s": " "},
    {"annotation", "tracked-changes"},
)
OPEN_SHEET = Marks(
    {"p"}, {"table-cell": "\t", "table-row": "\n", "table": "\n", "s": " "}, {"annotation"}
)


def words_of(data: bytes, marks: Marks) -> str:
    """The text of a part. Raises ReadingError."""
    words = _Words(marks)
    parser = XMLParser(target=words)  # noqa: S314 - words refuses declarations, without which none can harm
    try:
        for at in range(0, len(data), CHUNK):
            parser.feed(data[at : at + CHUNK])
        parser.close()
    except (ParseError, ValueError, LookupError) as error:  # the last two: unknown encodings
        raise ReadingError(BROKEN) from error
    return "".join(words.found)


class _Words:
    """What the parser calls."""

    def __init__(self, marks):
        self.marks, self.found = marks, []
        self.open = self.skipping = 0

    def start(self, tag, attributes):
        name = tag.rpartition("}")[2]
        self.open += name in self.marks.texts
        self.skipping += name in self.marks.skipped

    def data(self, text):
        if self.open and not self.skipping:
            self.found.append(text)

    def end(self, tag):
        name = tag.rpartition("}")[2]
        self.open -= name in self.marks.texts
        self.skipping -= name in self.marks.skipped
        if name in self.marks.ends and not self.skipping:
            self.found.append(self.marks.ends[name])

    def doctype(self, name, public, system):
        raise ReadingError(FORBIDDEN)
