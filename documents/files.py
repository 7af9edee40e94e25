"""Names and checks of the files of papers."""

import hashlib
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.crypto import get_random_string

from core.vietnamese import repair

MAX_BYTES = 100 * 1024 * 1024
EXTENSIONS = {
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".zip",
    ".jpg", ".jpeg", ".png", ".mp3",
}  # fmt: skip
NAME_LENGTH = 150


def path_for(attachment, filename):
    """Where a file lies: under a random name, which no address repeats."""
    return f"documents/{get_random_string(24)}{PurePath(filename).suffix.lower()}"


def safe_name(name: str) -> str:
    """The name under which a file is offered: no folders, no control characters, not too long."""
    name = "".join(c for c in repair(name) if c.isprintable()).replace("\\", "/")
    path = PurePath(PurePath(name).name.strip(" .") or "tep")
    return path.stem[: NAME_LENGTH - len(path.suffix)] + path.suffix


def checksum(file) -> str:
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def check_upload(file):
    """Refuse, in Vietnamese, a file of a type or size that is not offered for download."""
    if PurePath(file.name).suffix.lower() not in EXTENSIONS:
        raise ValidationError("Loại tệp này không được nhận; hãy dùng PDF, DOCX, XLSX, PPTX…")
    if file.size > MAX_BYTES:
        raise ValidationError("Tệp quá lớn: tối đa 100 MB.")
    if not file.size:
        raise ValidationError("Tệp rỗng.")
