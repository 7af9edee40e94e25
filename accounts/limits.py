"""How often a form may be sent from one place. An office shares an address, so the limits are
wide; what is kept is a digest under a salt of the day, for a day."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from accounts.models import AddressMark
from accounts.signing_in.addresses import client_address

MOST = 10
WITHIN = timedelta(hours=1)


def is_too_often(request, form):
    """Whether this place sent `form` MOST times WITHIN; if not, this time is counted."""
    AddressMark.objects.over().delete()
    place = digest(client_address(request) or "")
    recent = AddressMark.objects.filter(place=place, form=form, at__gt=timezone.now() - WITHIN)
    if recent.count() >= MOST:
        return True
    AddressMark.objects.create(place=place, form=form)
    return False


def digest(place):
    return salted_hmac(f"address-mark-{localdate()}", place, algorithm="sha256").hexdigest()
