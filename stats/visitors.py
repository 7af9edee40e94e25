"""Telling visitors of one day apart without keeping anything of them."""

from functools import lru_cache
from hashlib import blake2b

from django.conf import settings
from django.utils.timezone import localdate

from accounts.signing_in.addresses import client_address
from core.guard.networks import salt_of_today


@lru_cache(maxsize=1)  # the next day's takes the place of this one's
def salt_of(day) -> bytes:
    return salt_of_today()


def visitor_of(request) -> int:
    """A number that is the same for the same address and browser until midnight.

    The day's salt is random and thrown away when the day is over; SECRET_KEY keeps who copies
    the database meanwhile from trying addresses out.
    """
    told = f"{client_address(request)}\n{request.headers.get('User-Agent', '')}"
    key = blake2b(salt_of(localdate()), key=settings.SECRET_KEY.encode()[:64]).digest()
    digest = blake2b(told.encode(errors="replace"), key=key, digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
