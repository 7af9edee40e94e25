"""How often a form may be sent from one place. An office shares an address, so the limits are
wide; what is kept is a digest under a salt of the day, for a day."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from accounts.models import AddressMark

MOST = 10
WITHIN = timedelta(hours=1)


def is_too_often(request, form):
    """Whether this place sent `form` MOST times WITHIN; if not, this time is counted."""
    AddressMark.objects.over().delete()
    place = digest(place_of(request))
    recent = AddressMark.objects.filter(place=place, form=form, at__gt=timezone.now() - WITHIN)
    if recent.count() >= MOST:
        return True
    AddressMark.objects.create(place=place, form=form)
    return False


def digest(place):
    return salted_hmac(f"address-mark-{localdate()}", place, algorithm="sha256").hexdigest()


def place_of(request):
    """The visitor's address; of IPv6 the network, whose owner has the rest of it.

    A proxy on this machine adds whom it speaks for at the end of X-Forwarded-For; anything
    before that the visitor may have written.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if forwarded and (peer == "" or ip_address(peer).is_loopback):
        peer = forwarded.rpartition(",")[2].strip()
    try:
        address = ip_address(peer)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), 64), strict=False))
    return str(address)
