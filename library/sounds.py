"""What a file of sound or film is, told by its first bytes and never by its name."""

from django.core.exceptions import ValidationError

MAX_BYTES = 300 * 1024 * 1024

MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}

# Major brands of the ISO base media format; QuickTime's own ("qt  ") plays in few browsers.
SOUND_BRANDS = {b"M4A ", b"M4B "}
FILM_BRANDS = {
    *(b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9"),
    *(b"mp41", b"mp42", b"avc1", b"dash", b"M4V ", b"MSNV", b"mmp4"),
}
UNKNOWN = "Tệp này không phải MP3, M4A, MP4 hoặc WebM."


def extension_of(file) -> str:
    """The extension that an upload deserves. ValidationError, in Vietnamese, for other types."""
    if file.size > MAX_BYTES:
        raise ValidationError("Tệp quá lớn: tối đa 300 MB.")
    file.seek(0)
    head = file.read(128)
    file.seek(0)
    for extension, is_it in TESTS.items():
        if is_it(head):
            return extension
    raise ValidationError(UNKNOWN)


def is_mp3(head):
    """An ID3 tag, or a frame of MPEG layer III whose bit rate and sampling rate exist."""
    if head.startswith(b"ID3"):
        return True
    return (
        len(head) > 3
        and head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2
        and head[2] & 0xF0 != 0xF0
        and head[2] & 0x0C != 0x0C
    )


def is_webm(head):
    """An EBML header whose document type is webm and not another Matroska."""
    return head.startswith(b"\x1a\x45\xdf\xa3") and b"\x42\x82\x84webm" in head


def is_m4a(head):
    return head[4:8] == b"ftyp" and head[8:12] in SOUND_BRANDS


def is_mp4(head):
    return head[4:8] == b"ftyp" and head[8:12] in FILM_BRANDS


TESTS = {".mp3": is_mp3, ".m4a": is_m4a, ".mp4": is_mp4, ".webm": is_webm}
