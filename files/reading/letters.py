"""A PDF page letter by letter: what its fonts mean, and what stands apart on a line.

Slower than pdfium's own text, so for pages that need it: those in old fonts, and those that say
MẬT, where a stamp beside a line must not become part of it.
"""

import re
from ctypes import byref, c_int, c_ushort, create_string_buffer, sizeof
from itertools import groupby

import pypdfium2.raw as raw

from core.legacy import decoder_for
from files.reading.text import from_old_font

MAX_NAME = 200  # of a font
SUBSET = re.compile(r"^[A-Z]{6}\+")
MAX_ANNOTATIONS = 200  # of a page
MAX_CONTENTS = 2000
SHOWN = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
GAP = 1.5  # a gap of so many heights of a letter parts two columns
SAMPLE = 3  # every so many letters a font is asked for; MẬT has three


def has_old_font(letters, text: str) -> bool:
    """Whether some text is in a TCVN3 or VNI font, looked up at samples."""
    if text.isascii():
        return False
    spots = range(0, letters.count_chars(), SAMPLE)
    return any(decoder_for(_font(letters, spot)) for spot in spots)


def text_by_letters(letters) -> tuple[str, str]:
    """The text, columns parted by tabs, in Unicode, and the encoding it was in."""
    characters = list(_characters(letters))
    if not any(decoder_for(font) for font in {font for _, font in characters}):
        return from_old_font("".join(character for character, _ in characters))
    return _decoded(characters)


def written_on(page) -> str:
    """What was put on the page as annotation: boxes of text and stamps are not in its text."""
    found = []
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(annotation) in SHOWN:
            found.append(_contents(annotation))
        raw.FPDFPage_CloseAnnot(annotation)
    return "\n".join(filter(None, found))


def _contents(annotation):
    buffer = (c_ushort * MAX_CONTENTS)()
    length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, sizeof(buffer))
    if length > sizeof(buffer):
        return ""
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _decoded(characters):
    # core.word takes a while to import, and few files are that old.
    from core.word.fonts import unicode_texts

    lines, encoding = [], ""
    for is_break, line in groupby(characters, lambda pair: pair[0] in "\r\n"):
        if is_break:
            lines.append("\n")
            continue
        runs = groupby(line, lambda pair: pair[1])
        pieces = [("".join(character for character, _ in run), font) for font, run in runs]
        texts, kind = unicode_texts(pieces)
        lines += texts
        encoding = encoding or {"tcvn3": "TCVN3", "vni": "VNI"}.get(kind, "")
    return "".join(lines), encoding


def _characters(letters):
    """(character, font) pairs, with tabs for wide gaps on a line."""
    font, right = "", None
    for at in range(letters.count_chars()):
        code = raw.FPDFText_GetUnicode(letters, at)
        character = chr(code) if code < 0x110000 else ""
        if raw.FPDFText_IsGenerated(letters, at) == 1 or character.isspace():
            if character in ("\r", "\n"):
                right = None
            yield character, font
            continue
        font = _font(letters, at)
        box = _box(letters, at)
        if right is not None and box and box[0] - right > GAP * (box[3] - box[2]):
            yield "\t", font
        right = box[1] if box else right
        yield character, font


def _box(letters, at):
    """(left, right, bottom, top) in which the font's letters stand, None where it has none."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(letters, at, byref(box)):
        return None
    return box.left, box.right, box.bottom, box.top


def _font(letters, at):
    buffer, flags = create_string_buffer(MAX_NAME), c_int()
    length = raw.FPDFText_GetFontInfo(letters, at, buffer, MAX_NAME, byref(flags))
    if not 0 < length <= MAX_NAME:
        return ""
    return SUBSET.sub("", buffer.value.decode("latin-1"))
