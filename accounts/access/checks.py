"""The portal does not start with an address for which nobody said who may ask for it."""

from django.core.checks import Error, Tags, register
from django.urls import URLPattern, get_resolver

from accounts.access.table import rows

FORGOTTEN = "Địa chỉ “{}” ({}) chưa có trong bảng quyền."
STALE = "Bảng quyền có “{}” nhưng không có địa chỉ nào như vậy."
ADD = (
    "Add one line to ADDRESSES in accounts/access/table.py (a new model of the admin: to MODELS)"
    " that says which roles may GET and POST it."
)
TAKE = "Take the line out of accounts/access/table.py, or correct the name."


def addresses(resolver=None, namespaces=(), before=""):
    """(key in the table, route) of every address; the key is its name, or else its route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = pattern.name and ":".join([*namespaces, pattern.name])
            yield name or route, route
        else:
            own = [pattern.namespace] if pattern.namespace else []
            yield from addresses(pattern, [*namespaces, *own], route)


@register(Tags.urls)
def every_address_is_in_the_table(app_configs=None, **kwargs):
    known, found = rows(), dict(addresses())
    return [
        *(
            Error(FORGOTTEN.format(key, route), hint=ADD, id="accounts.E001")
            for key, route in found.items()
            if key not in known
        ),
        *(
            Error(STALE.format(key), hint=TAKE, id="accounts.E002")
            for key in known.keys() - found.keys()
        ),
    ]
