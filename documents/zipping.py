"""A ZIP file that is made while it is sent: never whole in memory or on the disk.

Stored, not compressed: PDF and Office files are compressed already.
"""

import io
import re
from urllib.parse import quote
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.http import StreamingHttpResponse
from django.utils import timezone

from core.pagecache import PRIVATE

CHUNK = 256 * 1024
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in names of files, by Windows


class Sink(io.RawIOBase):
    """What a ZipFile writes to: it hands the bytes on and cannot be wound back."""

    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)

    def take(self):
        data = b"".join(self.parts)
        self.parts.clear()
        return data


def zipped(members):
    """The bytes of a ZIP file of (name, time, a function that opens it) each, piece by piece."""
    sink = Sink()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for name, moment, opened in members:
            info = ZipInfo(name, timezone.localtime(moment).timetuple()[:6])
            # Its size is written behind the file, so room is left for a large one.
            with opened() as source, archive.open(info, "w", force_zip64=True) as entry:
                while chunk := source.read(CHUNK):
                    entry.write(chunk)
                    yield sink.take()
            yield sink.take()
    yield sink.take()


def zip_response(members, title):
    """A ZIP file of these members under this title, to whom alone it was made for."""
    response = StreamingHttpResponse(zipped(members), content_type="application/zip")
    name = quote(f"{file_name(title)}.zip")
    response["Content-Disposition"] = f"attachment; filename*=utf-8''{name}"
    response["Cache-Control"] = PRIVATE
    return response


def file_name(text: str, length: int = 100) -> str:
    """A text as the name of a file or folder on any system."""
    return FORBIDDEN.sub("-", text)[:length].strip(" .") or "tep"
