"""The name under which a file goes out."""

import re
from unicodedata import category, normalize

from files.reading.errors import UnreadableError
from files.reading.kinds import KINDS, PROGRAMS, Kind

MAX_BYTES = 200  # of the stem; file systems take 255 in all
UNNAMED = "tep"
PRETENDS = "Tên tệp có đuôi {} nhưng nội dung là {}. Hãy đặt lại tên tệp rồi gửi lại."

FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # on Windows
EXTENSIONS = {kind.extension for kind in KINDS.values()} | {
    *(".jpeg", ".jpe", ".tif", ".tiff", ".gif", ".heic", ".rtf", ".txt", ".csv", ".dotx", ".dot"),
    *(".docm", ".xlsm", ".pptm", ".xltx", ".potx", ".ppsx", ".pps", ".oga", ".opus", ".m4b"),
}


def check_name(name: str, kind: Kind) -> str:
    """The name for downloads: that of the sender, with the extension that the content has.

    Raises UnreadableError where the name says it is a program or a web page.
    """
    name = _cleaned(name)
    if pretended := PROGRAMS.search(name):
        raise UnreadableError(PRETENDS.format(pretended[0], kind.label))
    stem, dot, last = name.rpartition(".")
    if not dot or f".{last.lower()}" not in EXTENSIONS:
        stem = name
    stem = _short(stem.strip(" .")) or UNNAMED
    return f"{'_' if RESERVED.fullmatch(stem) else ''}{stem}{kind.extension}"


def _cleaned(name):
    """The last part of a path, without signs that are not seen or that a system forbids."""
    name = normalize("NFC", name[-1000:])
    name = "".join(" " if c in "\t\n\r" else c for c in name if c in "\t\n\r" or _is_seen(c))
    name = re.split(r"[/\\]", name)[-1]
    return " ".join(FORBIDDEN.sub("_", name).split())


def _is_seen(character):
    return category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _short(stem):
    return stem.encode()[:MAX_BYTES].decode(errors="ignore").strip(" .")
