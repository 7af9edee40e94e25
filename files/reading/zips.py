"""A ZIP's members read one by one; a ZIP inside a ZIP stays closed."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from core.archive import MB, Archive, ArchiveError, TooLargeError
from files.reading.errors import ReadingError
from files.reading.kinds import SOUNDS, kind_of
from files.reading.result import Budget, Reading

MAX_MEMBERS = 200
MAX_MEMBER = 50 * MB

UNREAD = "Chưa đọc được {} trong {} tệp của tệp nén."


def read_zip(path: Path, budget: Budget, read: Callable[..., Reading]) -> Reading:
    """The first page lists the names, each other is a member, beginning with its name.

    `read` reads a member: (path, kind, budget).
    """
    with path.open("rb") as file:
        try:
            archive = Archive(file)
        except ArchiveError as error:
            raise ReadingError(str(error)) from error
        return _ZipReading(archive, budget, read).read()


class _ZipReading:
    def __init__(self, archive, budget, read_member):
        self.archive, self.budget, self.read_member = archive, budget, read_member
        self.result, self.unread = Reading(), 0

    def read(self) -> Reading:
        names, result = self.archive.names, self.result
        result.pages.append(self.budget.taken("\n".join(names)))
        result.confidence.append(None)
        for name in names[:MAX_MEMBERS]:
            self._add(name, self._member(name))
        self.unread += len(names[MAX_MEMBERS:])
        result.page_count = len(result.pages)
        if self.unread:
            result.needs_declaration = True
            result.note = UNREAD.format(self.unread, len(names))
        return result

    def _member(self, name):
        """None where it is not read: unknown, broken, too large, another ZIP."""
        with tempfile.NamedTemporaryFile() as copy:
            try:
                copy.write(self.archive.read(name, MAX_MEMBER))
                copy.flush()
                kind = kind_of(copy)
                if kind.label in SOUNDS | {"ZIP"}:
                    return None
                return self.read_member(Path(copy.name), kind, self.budget)
            except (ReadingError, ArchiveError, TooLargeError):
                return None

    def _add(self, name, reading):
        if reading is None:
            self.unread += 1
            return
        result = self.result
        self.unread += reading.needs_declaration
        result.pages.append("\n".join([name, *filter(None, reading.pages)]))
        sure = [c for c in reading.confidence if c is not None]
        result.confidence.append(min(sure) if sure else None)
        result.ocr = result.ocr or reading.ocr
        result.is_scan = result.is_scan or reading.is_scan
        result.converted = result.converted or reading.converted
