"""A .docx opened without trusting it: a zip in memory, bounded in every direction.

Only the parts that are asked for are unpacked, each up to a limit that holds whatever the zip's
headers say. Nothing is written to disk and nothing is fetched.
"""

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.word.ooxml import RELATIONSHIP, WordError, parse

MB = 1024 * 1024
MAX_FILE = 100 * MB
MAX_ENTRIES = 2000
MAX_UNPACKED = 200 * MB  # all parts together
MAX_XML = 30 * MB
MAX_PICTURE = 25 * MB

ENTRY = b"PK\x01\x02"  # begins each entry of a zip's directory
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

NOT_WORD = "Đây không phải là tệp Word (.docx). Hãy mở tệp bằng Word và lưu lại dạng .docx."
OLD = "Đây là tệp Word dạng cũ (.doc). Hãy mở bằng Word và lưu lại dạng .docx rồi gửi lại."
LOCKED = "Tệp Word này được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi gửi lại."
BROKEN = "Tệp Word này bị hỏng hoặc tải lên chưa trọn. Hãy mở bằng Word, lưu lại rồi gửi lại."
TOO_BIG = "Tệp Word này quá lớn khi mở ra. Hãy giảm cỡ ảnh hoặc chia thành nhiều tệp."
UNSAFE = "Tệp Word này có cấu trúc bất thường nên không được nhận. Hãy tạo tệp mới từ Word."

BAD_ZIP = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, IndexError),
)


class TooLargeError(Exception):
    """A part is larger than its reader takes."""


class Relation(NamedTuple):
    kind: str  # "hyperlink", "image", "footnotes" …
    target: str  # a part's name, or an address where it is external
    external: bool


class Package:
    """The parts of a .docx, by name without regard to case.

    Raises WordError where the file is not a .docx or is not to be opened.
    """

    def __init__(self, file):
        self._archive = _opened(file)
        self._entries = {info.filename.lower(): info for info in self._archive.infolist()}
        self._left = MAX_UNPACKED
        self._relations = {}
        self._refuse_strange_entries()
        main = (r.target for r in self.relations("").values() if r.kind == "officeDocument")
        self.main = next((name for name in main if name in self), "word/document.xml")
        if self.main not in self:
            raise WordError(NOT_WORD)

    def __contains__(self, name):
        return name.lower() in self._entries

    def read(self, name: str, limit: int) -> bytes:
        """A part's bytes; TooLargeError beyond `limit`, KeyError where there is none."""
        entry = self._entries[name.lower()]
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise WordError(UNSAFE)
        try:
            with self._archive.open(entry) as part:
                data = part.read(min(limit, self._left) + 1)
        except BAD_ZIP as error:
            raise WordError(BROKEN) from error
        if len(data) > self._left:
            raise WordError(TOO_BIG)
        if len(data) > limit:
            raise TooLargeError
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element | None:
        """A part as a tree, None where there is none."""
        if name not in self:
            return None
        try:
            return parse(self.read(name, MAX_XML))
        except TooLargeError as error:
            raise WordError(TOO_BIG) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part ("" is the package) points to, by the ids that its XML uses."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def part(self, kind: str) -> str:
        """The part that the main one names as its "styles", "footnotes" …"""
        folder = posixpath.dirname(self.main)
        named = (r.target for r in self.relations(self.main).values() if r.kind == kind)
        return next((n for n in named if n in self), posixpath.join(folder, f"{kind}.xml"))

    def _read_relations(self, part):
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found = {}
        for element in root.iter(RELATIONSHIP) if root is not None else ():
            kind = element.get("Type", "").rpartition("/")[2]
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def _refuse_strange_entries(self):
        if sum(info.file_size for info in self._entries.values()) > MAX_UNPACKED:
            raise WordError(TOO_BIG)
        for info in self._entries.values():
            if _leads_outside(info.filename):
                raise WordError(UNSAFE)
            if info.flag_bits & 1:
                raise WordError(LOCKED)


def _opened(file):
    data = file.read(MAX_FILE + 1)
    if data.startswith(OLD_WORD):
        raise WordError(LOCKED if ENCRYPTED in data else OLD)
    if not data.startswith(b"PK"):
        raise WordError(NOT_WORD)
    if len(data) > MAX_FILE:
        raise WordError(TOO_BIG)
    if data.count(ENTRY) > MAX_ENTRIES:
        raise WordError(UNSAFE)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except BAD_ZIP as error:
        raise WordError(BROKEN) from error


def _leads_outside(name):
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name
