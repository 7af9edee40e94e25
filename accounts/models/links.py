"""One-time links: an invitation, a reset, the proof of an e-mail address."""

import re
from datetime import timedelta
from hashlib import sha256

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.timezone import localdate

from accounts.models.people import State, User
from core.site import absolute

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is taken for something else on paper
LENGTH = 16  # letters, nearly 80 bits


class Purpose(models.TextChoices):
    INVITATION = "invitation", "Mời"
    RESET = "reset", "Đặt lại mật khẩu"
    EMAIL = "email", "Xác nhận email"


# How long each is good for; the privacy page tells the same.
LASTS = {
    Purpose.INVITATION: timedelta(days=14),
    Purpose.RESET: timedelta(days=3),
    Purpose.EMAIL: timedelta(days=1),
}


def digest(code):
    """What is stored of a code, however it was typed: k7qp-3xwm…, K7QP 3XWM…"""
    return sha256(re.sub(r"[^a-z0-9]", "", code.lower()).encode()).hexdigest()


class OneTimeLinkQuerySet(models.QuerySet):
    def open(self):
        """Not used, not expired, and of somebody who may sign in."""
        able = Q(person__valid_until=None) | Q(person__valid_until__gte=localdate())
        return self.filter(able, person__is_active=True, used_at=None, expires_at__gt=Now())

    def find(self, code):
        return self.open().filter(token_hash=digest(code)).select_related("person").first()

    def take(self, code):
        """The link, used up with this transaction; None where another took it, or it is over."""
        link = self.select_for_update(of=("self", "person")).find(code)
        if link:
            link.used_at = timezone.now()
            link.save(update_fields=["used_at"])
        return link

    @transaction.atomic
    def make(self, people, purpose=None, by=None, email=""):
        """New links for these people, in their order; what they had of this purpose is over.

        Without a purpose the link lets an invited person choose a password, or another one
        choose a new one. Only here is a link's `code` known.
        """
        known = {p.pk: p for p in people}
        locked = User.objects.filter(pk__in=known).order_by("pk").select_for_update()
        states = {person.pk: person.state for person in locked}
        links = []
        for pk in (pk for pk in known if pk in states):
            usual = Purpose.INVITATION if states[pk] == State.INVITED else Purpose.RESET
            links.append(OneTimeLink.fresh(known[pk], purpose or usual, by, email))
        former = self.filter(person__in=states, used_at=None)
        if purpose == Purpose.EMAIL:
            former.filter(purpose=purpose).delete()
        else:
            former.exclude(purpose=Purpose.EMAIL).delete()
        return self.bulk_create(links)

    def over(self):
        """Those that nobody can use any more."""
        return self.filter(Q(expires_at__lte=Now()) | ~Q(used_at=None))


class OneTimeLink(models.Model):
    """Whoever has the code may do one thing once. Only the code's digest is stored."""

    person = models.ForeignKey(
        User, models.SET_NULL, verbose_name="của", null=True, related_name="links"
    )
    purpose = models.CharField("để", max_length=10, choices=Purpose)
    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField("email mới", blank=True)
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    made_by = models.ForeignKey(
        User, models.SET_NULL, verbose_name="người tạo", null=True, related_name="+"
    )
    expires_at = models.DateTimeField("hết hạn lúc")
    used_at = models.DateTimeField("đã dùng lúc", null=True)

    objects = OneTimeLinkQuerySet.as_manager()
    code = ""

    class Meta:
        verbose_name = "liên kết dùng một lần"
        verbose_name_plural = "liên kết dùng một lần"
        constraints = [
            models.UniqueConstraint(
                "person", "purpose", name="one_open_link_a_purpose", condition=Q(used_at=None)
            ),
            models.CheckConstraint(
                name="link_email_is_for_its_purpose",
                condition=Q(purpose=Purpose.EMAIL) ^ Q(email=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.person}"

    @classmethod
    def fresh(cls, person, purpose, by, email=""):
        code = get_random_string(LENGTH, ALPHABET)
        link = cls(
            person=person,
            purpose=purpose,
            token_hash=digest(code),
            email=email,
            made_by=by,
            expires_at=timezone.now() + LASTS[purpose],
        )
        link.code = "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))
        return link

    @property
    def url(self):
        """Under SITE_URL, whatever Host was asked."""
        return absolute(reverse("accounts:link", args=[self.code]))
