"""Old addresses of what is imported: they lead to its page here for good."""

from urllib.parse import unquote_to_bytes, urlsplit

from django.utils.encoding import escape_uri_path, iri_to_uri, repercent_broken_unicode

from exchange.models import OldAddress
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
    path = request_path(parts.path) or "/"
    if parts.query:
        path += "?" + iri_to_uri(parts.query)
    fits = len(host) <= LENGTHS["host"] and len(path) <= LENGTHS["path"]
    return (host, path) if fits and path[0] == "/" and parts.scheme in SCHEMES else None


def request_path(path):
    """As `request.get_full_path()` writes it, however it was quoted."""
    return escape_uri_path(repercent_broken_unicode(unquote_to_bytes(path)).decode())


def keep(wanted, field):
    """Store `wanted`, {id: (host, path)}; gives the ids whose address leads elsewhere already."""
    known = {
        (old.host, old.path): getattr(old, f"{field}_id")
        for old in OldAddress.objects.filter(path__in={path for _, path in wanted.values()})
    }
    new = []
    for pk, address in wanted.items():
        if address not in known:
            known[address] = pk
            new.append(OldAddress(host=address[0], path=address[1], **{f"{field}_id": pk}))
    OldAddress.objects.bulk_create(new)
    return [pk for pk, address in wanted.items() if known[address] != pk]
