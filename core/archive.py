"""A zip opened without trusting it: bounded in every direction.

Only the parts that are asked for are unpacked, each up to a limit that holds whatever the zip's
headers say. Nothing is written to disk.
"""

import zipfile
import zlib
from typing import BinaryIO

MB = 1024 * 1024
MAX_FILE = 100 * MB
MAX_ENTRIES = 2000
MAX_UNPACKED = 200 * MB  # all parts together

ENTRY = b"PK\x01\x02"  # begins each entry of a zip's directory

BAD_ZIP = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, IndexError),
)


class ArchiveError(ValueError):
    """The zip cannot be taken; the message tells its sender why, in Vietnamese."""


class TooLargeError(Exception):
    """A part is larger than its reader takes."""


class Archive:
    """The parts of a zip, by name without regard to case; `file` stays open meanwhile.

    Raises `refusal`, which a subclass may change with its sentences.
    """

    refusal = ArchiveError
    BROKEN = "Tệp này bị hỏng hoặc tải lên chưa trọn. Hãy mở lại tệp gốc, lưu lại rồi gửi lại."
    LOCKED = "Tệp này được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi gửi lại."
    TOO_BIG = "Tệp này quá lớn khi mở ra. Hãy giảm cỡ ảnh hoặc chia thành nhiều tệp."
    UNSAFE = "Tệp này có cấu trúc bất thường nên không được nhận."

    def __init__(self, file: BinaryIO):
        self._archive = self._opened(file)
        self._entries = {info.filename.lower(): info for info in self._archive.infolist()}
        self._left = MAX_UNPACKED
        self._refuse_strange_entries()

    def __contains__(self, name):
        return name.lower() in self._entries

    @property
    def names(self) -> list[str]:
        """The parts' names as written, without folders."""
        return [info.filename for info in self._entries.values() if not info.is_dir()]

    @property
    def has_twins(self) -> bool:
        """Two parts have one name, so that one of them stays hidden here."""
        return len(self._archive.infolist()) != len(self._entries)

    def read(self, name: str, limit: int) -> bytes:
        """A part's bytes; TooLargeError beyond `limit`, KeyError where there is none."""
        entry = self._entries[name.lower()]
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refusal(self.UNSAFE)
        try:
            with self._archive.open(entry) as part:
                data = part.read(min(limit, self._left) + 1)
        except BAD_ZIP as error:
            raise self.refusal(self.BROKEN) from error
        if len(data) > self._left:
            raise self.refusal(self.TOO_BIG)
        if len(data) > limit:
            raise TooLargeError
        self._left -= len(data)
        return data

    def _opened(self, file):
        """Its directory is counted before it is read: each entry becomes an object."""
        entries, size = _measured(file)
        if size > MAX_FILE:
            raise self.refusal(self.TOO_BIG)
        if entries > MAX_ENTRIES:
            raise self.refusal(self.UNSAFE)
        try:
            return zipfile.ZipFile(file)
        except BAD_ZIP as error:
            raise self.refusal(self.BROKEN) from error

    def _refuse_strange_entries(self):
        if sum(info.file_size for info in self._entries.values()) > MAX_UNPACKED:
            raise self.refusal(self.TOO_BIG)
        for info in self._entries.values():
            if _leads_outside(info.filename):
                raise self.refusal(self.UNSAFE)
            if info.flag_bits & 1:
                raise self.refusal(self.LOCKED)


def _measured(file):
    """How often ENTRY occurs, at most one too many, and how many bytes were looked through."""
    entries = size = 0
    tail = b""
    file.seek(0)
    while (chunk := file.read(MB)) and size <= MAX_FILE and entries <= MAX_ENTRIES:
        entries += (tail + chunk).count(ENTRY)
        tail, size = chunk[-3:], size + len(chunk)
    return entries, size


def _leads_outside(name):
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name
