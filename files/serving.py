"""Sends a stored file to somebody who was let in: whole, in parts, or through the proxy."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from files import ranges

# No browser runs what somebody uploaded as a page of ours.
SANDBOX = "default-src 'none'; sandbox"


def send(request, content, content_type, etag, *, name="", policy=SANDBOX, longest=None):
    """The response to a request for a stored file.

    `content`: a FieldFile, or a path of the default storage with `open` and `size` (a File);
    `name`: under which it is downloaded, "" for what is shown in its place; `longest`: bytes of
    one part at most, for players that ask on.
    """
    response = (
        get_conditional_response(request, etag=etag)
        or through_proxy(content, content_type)
        or ranges.answer(request, content, content_type, etag, longest)
    )
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = policy
    if name:
        response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def through_proxy(content, content_type):
    """Leave the bytes to the proxy, which looks after parts itself; None where there is none."""
    if not settings.ACCEL_PREFIX:
        return None
    response = HttpResponse(content_type=content_type)
    response["X-Accel-Redirect"] = settings.ACCEL_PREFIX + quote(content.name)
    return response
