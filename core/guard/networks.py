"""Which network a form came from, as a digest that nobody can turn back once its day is over."""

import hmac
import secrets
from hashlib import sha256
from ipaddress import ip_network

from django.utils.timezone import localdate

from accounts.signing_in.addresses import client_address
from core.guard.models import DailySalt

PREFIX = {4: 24, 6: 48}  # bits that a provider gives to one customer, or to few


def network_of(request):
    """Its keyed digest of today; one and the same for all requests that tell no address."""
    address = client_address(request)
    return hmac.new(salt_of_today(), prefix(address).encode(), sha256).hexdigest()


def prefix(address):
    if address is None:
        return ""
    network = ip_network(address)
    return str(network.supernet(new_prefix=PREFIX[network.version]))


def salt_of_today():
    """Made by the first form of the day, which throws those of earlier days away."""
    today = localdate()
    row, made = DailySalt.objects.get_or_create(
        day=today, defaults={"salt": secrets.token_bytes(32)}
    )
    if made:
        forget_salts()
    return bytes(row.salt)


def forget_salts():
    DailySalt.objects.filter(day__lt=localdate()).delete()
