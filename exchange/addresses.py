"""Old addresses of what is imported: they lead to its page here for good."""

from urllib.parse import urlsplit

from exchange.models import OldAddress
from exchange.paths import spelled
from exchange.reading import shown

LENGTHS = {name: OldAddress._meta.get_field(name).max_length for name in ("host", "path")}

SCHEMES = ("http", "https", "")


def old_address(line):
    """(host, path) as requests name it; None without one, or with one that cannot be kept.

    The front page of a site is no article's own address, so it leads nowhere.
    """
    text = line.text("url")
    address = split(text)
    if address is None:
        line.faults.append(f"“url” không phải địa chỉ web dùng được: {shown(text)}")
    return address if address and address[1] != "/" else None


def split(text):
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except (ValueError, UnicodeError):
        return None
    path = spelled(parts.path, parts.query)
    fits = len(host) <= LENGTHS["host"] and len(path) <= LENGTHS["path"]
    return (host, path) if fits and path[0] == "/" and parts.scheme in SCHEMES else None
