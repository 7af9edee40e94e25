"""Where a request comes from, believed only as far as our own proxies say it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings

UNIX = "unix"  # in TRUSTED_PROXIES: a proxy that comes through a Unix socket, without an address
HOUSE = 64  # bits of an IPv6 address that a household or office has for itself


def networks(text):
    """What TRUSTED_PROXIES lists: addresses, networks, `unix`. Raises ValueError."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return [part if part == UNIX else ip_network(part) for part in parts]


def client_address(request):
    """The address that counts as one place; of IPv6 the network, whose owner has the rest.

    X-Forwarded-For is read from its end, as long as who wrote the entry is a trusted proxy: what
    stands before was sent by the visitor. An entry that is no address ends the reading.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while forwarded and is_trusted(peer):
        before = forwarded.pop().strip()
        if not is_address(before):
            break
        peer = before
    return place(peer) if is_address(peer) else None


def is_address(text):
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_trusted(peer):
    if not is_address(peer):
        return peer == "" and UNIX in settings.TRUSTED_PROXIES
    known = [network for network in settings.TRUSTED_PROXIES if network != UNIX]
    return any(plain(peer) in network for network in known)


def plain(text):
    """An IPv4 address that came in IPv6's clothes is the IPv4 address."""
    address = ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address


def place(text):
    address = plain(text)
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), HOUSE), strict=False).network_address)
    return str(address)
