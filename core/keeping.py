"""Values and pieces of HTML that follow from published content alone, kept in this process as
long as the edition stands: settings, menus, the frame around every page."""

from django.conf import settings
from django.db import connection

from core import editions
from core.pagestore import EditionStore

VALUE_BYTES, PART_BYTES = 4096, 256  # what a value that is no text, and each part of it, take

store = EditionStore(settings.FRAGMENT_CACHE_BYTES)


def edition_of(request) -> str:
    """The edition that this request is answered under, read once."""
    if not hasattr(request, "edition"):
        request.edition = editions.current()
    return request.edition


def kept(request, key, make):
    """What `make()` gave for this key in the edition of the request.

    The value is shared by threads and pages, so nobody may change it. In a transaction it is
    kept for this request alone: what it sees may never come to be.
    """
    if connection.in_atomic_block:
        own = vars(request).setdefault("kept_here", {})
        if key not in own:
            own[key] = make()
        return own[key]
    edition = edition_of(request)
    value = store.get(key, edition)
    if value is None:
        value = make()
        store.put(key, edition, value, size_of(value))
    return value


def size_of(value) -> int:
    """Bytes, roughly."""
    if isinstance(value, str):
        return len(value) * 2
    return VALUE_BYTES + PART_BYTES * (len(value) if hasattr(value, "__len__") else 0)
