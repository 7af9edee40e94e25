"""Files in parts, as players of sound and film ask for them (RFC 9110, section 14)."""

import re
from functools import partial
from http import HTTPStatus

from django.http import FileResponse, HttpResponse, StreamingHttpResponse

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
BLOCK = 64 * 1024


class UnsatisfiableError(Exception):
    """The range begins behind the end of the file."""


def answer(request, field_file, content_type: str, etag: str, longest: int | None = None):
    """The stored file, the part of it that was asked for (`longest` bytes at most), or 416."""
    size = field_file.size
    try:
        asked = asked_range(request, size, etag)
    except UnsatisfiableError:
        response = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        response["Content-Range"] = f"bytes */{size}"
        return response
    if asked is None:
        return FileResponse(field_file.open(), content_type=content_type)
    start, end = asked
    end = min(end, start + longest - 1) if longest else end
    response = StreamingHttpResponse(
        blocks(field_file, start, end), status=HTTPStatus.PARTIAL_CONTENT, content_type=content_type
    )
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response


def asked_range(request, size, etag):
    """First and last byte of the part to send; None for the whole file.

    Several ranges, other units and nonsense are answered with the whole file, as the standard
    allows; and so is a range of a file that has changed since its first part was fetched.
    """
    found = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if request.method != "GET" or not found or found[0] == "bytes=-":
        return None
    if request.headers.get("If-Range", etag) != etag:
        return None
    return limits(found[1], found[2], size)


def limits(first, last, size):
    if first:
        start, end = int(first), int(last) if last else size - 1
        if end < start and last:
            return None
    else:
        start, end = max(0, size - int(last)), size - 1
    if start >= size:
        raise UnsatisfiableError
    return start, min(end, size - 1)


def blocks(field_file, start, end):
    """The bytes from `start` to `end`, both included."""
    with field_file.open() as file:
        file.seek(start)
        left = end - start + 1
        for block in iter(partial(file.read, min(BLOCK, left)), b""):
            yield block[:left]
            left -= len(block)
            if left <= 0:
                return
