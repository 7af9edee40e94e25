"""Text that stands sealed in the database: a dump alone does not open it, SECRET_KEY does.

The library is loaded with the first key that is sealed or opened; most processes never do.
"""

import logging
from base64 import urlsafe_b64encode
from functools import lru_cache

from django.conf import settings
from django.utils.crypto import salted_hmac

log = logging.getLogger(__name__)


def seal(text):
    return _box().encrypt(text.encode()).decode()


def unseal(sealed):
    """The text; "" where none of the keys of settings opens it, which is logged."""
    from cryptography.fernet import InvalidToken

    try:
        return _box().decrypt(sealed).decode()
    except InvalidToken:
        log.error("Không mở được khóa xác thực hai lớp: SECRET_KEY đã đổi, thiếu khóa cũ?")
        return ""


def _box():
    return _box_of(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _box_of(*keys):
    """Seals with the first key, opens with any."""
    from cryptography.fernet import Fernet, MultiFernet

    return MultiFernet([Fernet(urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(key):
    return salted_hmac("accounts.second_factor.sealing", "", key, algorithm="sha256").digest()
