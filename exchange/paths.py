"""The one spelling of an address under which an old one is stored and looked up."""

import re
from urllib.parse import unquote_to_bytes

from django.utils.encoding import escape_uri_path, iri_to_uri, repercent_broken_unicode

# What Facebook, Zalo and Google append to the links that people follow from there.
TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|zarsrc|gidzl)=[^&]*")
QUOTED = re.compile("%[0-9a-fA-F]{2}")


def spelled(path: str, query: str) -> str:
    """Path and query as `request.get_full_path()` writes them, however they were quoted."""
    path = escape_uri_path(repercent_broken_unicode(unquote_to_bytes(path)).decode()) or "/"
    query = QUOTED.sub(lambda byte: byte[0].upper(), iri_to_uri(query))
    query = TRACKING.sub("", query).removeprefix("&")
    return f"{path}?{query}" if query else path
