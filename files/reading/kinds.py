"""What a file is, by what it contains; its name is only what somebody called it."""

import re
from typing import BinaryIO, NamedTuple

from core.archive import Archive, ArchiveError, TooLargeError
from files.reading import ole
from files.reading.errors import UnreadableError
from files.reading.sounds import is_mp3, is_mp4_sound

HEAD = 4096
MAX_TYPES = 1024 * 1024


class Kind(NamedTuple):
    extension: str
    mime: str
    label: str


OFFICE = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"
KINDS = {
    kind.label: kind
    for kind in (
        Kind(".pdf", "application/pdf", "PDF"),
        Kind(".docx", f"{OFFICE}.wordprocessingml.document", "DOCX"),
        Kind(".doc", "application/msword", "DOC"),
        Kind(".xlsx", f"{OFFICE}.spreadsheetml.sheet", "XLSX"),
        Kind(".xls", "application/vnd.ms-excel", "XLS"),
        Kind(".pptx", f"{OFFICE}.presentationml.presentation", "PPTX"),
        Kind(".ppt", "application/vnd.ms-powerpoint", "PPT"),
        Kind(".odt", f"{ODF}.text", "ODT"),
        Kind(".ods", f"{ODF}.spreadsheet", "ODS"),
        Kind(".zip", "application/zip", "ZIP"),
        Kind(".jpg", "image/jpeg", "JPEG"),
        Kind(".png", "image/png", "PNG"),
        Kind(".webp", "image/webp", "WEBP"),
        Kind(".mp3", "audio/mpeg", "MP3"),
        Kind(".m4a", "audio/mp4", "M4A"),
        Kind(".ogg", "audio/ogg", "OGG"),
        Kind(".wav", "audio/wav", "WAV"),
    )
}
PICTURES = {"JPEG", "PNG", "WEBP"}
SOUNDS = {"MP3", "M4A", "OGG", "WAV"}
OLD_OFFICE = {"DOC": "DOCX", "XLS": "XLSX", "PPT": "PPTX"}

EMPTY = "Tệp này rỗng (0 byte). Hãy kiểm tra tệp gốc rồi gửi lại."
UNKNOWN = (
    "Không nhận được loại tệp này. Hãy gửi PDF, Word, Excel, PowerPoint, ODT, ODS, ZIP, ảnh (JPEG,"
    " PNG, WebP) hoặc ghi âm (MP3, M4A, OGG, WAV)."
)
HTML = "Đây là trang web (HTML, SVG), không phải tài liệu. Hãy lưu lại dạng PDF rồi gửi."
PROGRAM = "Đây là chương trình máy tính, không phải tài liệu, nên không được nhận."
RTF = "Đây là tệp RTF. Hãy mở bằng Word, lưu lại dạng .docx rồi gửi lại."
MACROS = "Tệp này chứa macro nên không được nhận. Hãy lưu lại dạng không có macro rồi gửi lại."
LOCKED = "Tệp này được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi gửi lại."
HEIC = "Đây là ảnh HEIC của điện thoại. Hãy lưu lại dạng JPEG rồi gửi lại."
BROKEN = "Tệp Word, Excel hoặc PowerPoint này bị hỏng. Hãy mở tệp gốc, lưu lại rồi gửi lại."
TWINS = "Trong tệp nén có hai tệp trùng tên. Hãy đổi tên rồi nén lại."
WITH_PROGRAM = "Trong tệp nén có chương trình máy tính ({}) nên không được nhận."

BLANK = b"\xef\xbb\xbf\0\t\n\f\r "
STARTS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"OggS": "OGG",
    b"ID3": "MP3",
}
REFUSED = {
    b"MZ": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"#!": PROGRAM,
    b"<?php": PROGRAM,
    b"\xca\xfe\xba\xbe": PROGRAM,
    b"\xcf\xfa\xed\xfe": PROGRAM,
    b"{\\rtf": RTF,
}
MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|\?xml|iframe|meta|!--)", re.IGNORECASE
)

# The main part's content type says which; a template is taken for what it makes.
MAIN_TYPES = {"wordprocessingml": "DOCX", "spreadsheetml": "XLSX", "presentationml": "PPTX"}
MAIN = re.compile(r"openxmlformats-officedocument\.(\w+)\.(?:document|sheet|presentation|template|"
                  r"slideshow)\.main\+xml")  # fmt: skip
MACRO_PART = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$", re.IGNORECASE)
OPEN_MACRO_PART = re.compile(r"(?:basic|scripts)/", re.IGNORECASE)
OLE_KINDS = {
    "WordDocument": "DOC",
    "Workbook": "XLS",
    "Book": "XLS",
    "PowerPoint Document": "PPT",
}
OLE_MACROS = {"Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"}
PROGRAMS = re.compile(
    r"\.(?:exe|com|scr|pif|msi|dll|bat|cmd|ps1|vb[es]?|jse?|ws[fh]|hta|lnk|jar|apk|reg|html?|svg|"
    r"php\d?|phtml|asp|aspx|sh)$",
    re.IGNORECASE,
)  # fmt: skip


def kind_of(file: BinaryIO) -> Kind:
    """The kind of an open, seekable file, which is left at its start.

    Raises UnreadableError for what is not taken.
    """
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise UnreadableError(EMPTY)
    try:
        return KINDS[_label(file, head)]
    finally:
        file.seek(0)


def _label(file, head):
    start = head.lstrip(BLANK)
    for begin, message in REFUSED.items():
        if start.startswith(begin):
            raise UnreadableError(message)
    if MARKUP.match(start):
        raise UnreadableError(HTML)
    if start.startswith(b"%PDF-"):
        return "PDF"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(file)
    if head.startswith(ole.SIGNATURE):
        return _old_office(ole.names(file))
    return _simple(file, head)


def _simple(file, head):
    for begin, label in STARTS.items():
        if head.startswith(begin):
            return label
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE"):
        return "WEBP" if head[8:12] == b"WEBP" else "WAV"
    if head[4:8] == b"ftyp" and is_mp4_sound(file):
        return "M4A"
    if is_mp3(head):
        return "MP3"
    raise UnreadableError(HEIC if head[4:11] in (b"ftyphei", b"ftypmif", b"ftyphev") else UNKNOWN)


def _zipped(file):
    try:
        archive = Archive(file)
        names = archive.names
        types = _part(archive, "[Content_Types].xml")
        mimetype = _part(archive, "mimetype").strip()
    except ArchiveError as error:
        raise UnreadableError(str(error)) from error
    if any(map(MACRO_PART.search, names)) or "macroenabled" in types.lower():
        raise UnreadableError(MACROS)
    if types:
        main = MAIN.search(types)
        if not main or main[1] not in MAIN_TYPES:
            raise UnreadableError(BROKEN)
        return MAIN_TYPES[main[1]]
    if mimetype:
        return _open_document(mimetype, names)
    return _plain_zip(archive, names)


def _part(archive, name):
    try:
        return archive.read(name, MAX_TYPES).decode("utf-8", "replace") if name in archive else ""
    except TooLargeError as error:
        raise UnreadableError(BROKEN) from error


def _open_document(mimetype, names):
    if any(map(OPEN_MACRO_PART.match, names)):
        raise UnreadableError(MACROS)
    for label in ("ODT", "ODS"):
        if mimetype in (KINDS[label].mime, KINDS[label].mime + "-template"):
            return label
    raise UnreadableError(UNKNOWN)


def _plain_zip(archive, names):
    if archive.has_twins:
        raise UnreadableError(TWINS)
    program = next(filter(PROGRAMS.search, names), None)
    if program or "META-INF/MANIFEST.MF" in names:
        raise UnreadableError(WITH_PROGRAM.format(program or "JAR"))
    return "ZIP"


def _old_office(names):
    if "EncryptedPackage" in names:
        raise UnreadableError(LOCKED)
    if names & OLE_MACROS:
        raise UnreadableError(MACROS)
    for stream, label in OLE_KINDS.items():
        if stream in names:
            return label
    raise UnreadableError(BROKEN)
