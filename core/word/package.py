"""A .docx opened without trusting it: a zip in memory, bounded in every direction.

Only the parts that are asked for are unpacked, each up to a limit that holds whatever the zip's
headers say. Nothing is written to disk and nothing is fetched.
"""

import posixpath
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.archive import MAX_FILE, MB, Archive, TooLargeError
from core.word.ooxml import RELATIONSHIP, WordError, parse

MAX_XML = 30 * MB
MAX_PICTURE = 25 * MB

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

NOT_WORD = "Đây không phải là tệp Word (.docx). Hãy mở tệp bằng Word và lưu lại dạng .docx."
OLD = "Đây là tệp Word dạng cũ (.doc). Hãy mở bằng Word và lưu lại dạng .docx rồi gửi lại."


class Relation(NamedTuple):
    kind: str  # "hyperlink", "image", "footnotes" …
    target: str  # a part's name, or an address where it is external
    external: bool


class Package(Archive):
    """The parts of a .docx.

    Raises WordError where the file is not a .docx or is not to be opened.
    """

    refusal = WordError
    LOCKED = "Tệp Word này được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi gửi lại."
    BROKEN = "Tệp Word này bị hỏng hoặc tải lên chưa trọn. Hãy mở bằng Word, lưu lại rồi gửi lại."
    TOO_BIG = "Tệp Word này quá lớn khi mở ra. Hãy giảm cỡ ảnh hoặc chia thành nhiều tệp."
    UNSAFE = "Tệp Word này có cấu trúc bất thường nên không được nhận. Hãy tạo tệp mới từ Word."

    def __init__(self, file):
        super().__init__(self._zipped(file))
        self._relations = {}
        main = (r.target for r in self.relations("").values() if r.kind == "officeDocument")
        self.main = next((name for name in main if name in self), "word/document.xml")
        if self.main not in self:
            raise WordError(NOT_WORD)

    def xml(self, name: str) -> Element | None:
        """A part as a tree, None where there is none."""
        if name not in self:
            return None
        try:
            return parse(self.read(name, MAX_XML))
        except TooLargeError as error:
            raise WordError(self.TOO_BIG) from error

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

    def _zipped(self, file):
        data = file.read(MAX_FILE + 1)
        if data.startswith(OLD_WORD):
            raise WordError(self.LOCKED if ENCRYPTED in data else OLD)
        if not data.startswith(b"PK"):
            raise WordError(NOT_WORD)
        return BytesIO(data)
