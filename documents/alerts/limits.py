"""How often letters may be asked for: enough for an office behind one address, too little to
flood somebody's letter box."""

import ipaddress
from datetime import timedelta

from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from documents.models.alerts import Attempt, Subscription

HOUR = timedelta(hours=1)
A_NETWORK = 60  # forms an hour
AN_ADDRESS = 5  # wishes that wait for the confirmation of one address


def network_is_tired(remote):
    """Write down a form from a network; whether it has sent too many within the hour."""
    key = salted_hmac("documents.alerts.network", network_of(remote), algorithm="sha256")
    Attempt.objects.create(network=key.hexdigest())
    recent = Attempt.objects.filter(network=key.hexdigest(), at__gt=Now() - HOUR)
    return recent.count() > A_NETWORK


def network_of(remote):
    """The network of an address: /24, or /48 of IPv6; "" where the server tells none."""
    try:
        address = ipaddress.ip_address(remote or "")
    except ValueError:
        return ""
    length = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{length}", strict=False))


def address_is_tired(email):
    """Whether too many wishes already wait for this address to say yes."""
    return Subscription.objects.filter(email=email, confirmed_at=None).count() >= AN_ADDRESS


def forget():
    Attempt.objects.filter(at__lt=Now() - HOUR).delete()
