"""The people who sign in."""

from django.contrib.auth.models import AbstractUser

from accounts.second_factor.models import Authenticator, RecoveryCode, RememberedDevice
from accounts.sessions.models import Session
from core.fields import TextLine

__all__ = ["Authenticator", "RecoveryCode", "RememberedDevice", "Session", "User"]


class User(AbstractUser):
    """A person with one full name: Vietnamese names are not split into first and last."""

    first_name = None
    last_name = None
    full_name = TextLine("họ và tên", max_length=150, blank=True)

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"

    def __str__(self):
        return self.get_full_name()

    def get_full_name(self):
        return self.full_name or self.username

    def get_short_name(self):
        return self.get_full_name()
