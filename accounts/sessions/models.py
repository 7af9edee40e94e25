from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

DEVICE_LENGTH = 60
TRACED = timedelta(days=7)  # for so long it is known whose a session was that is over


def slack():
    """How seldom the last activity is written; the idle limit is longer by as much, so nobody is
    signed out too early."""
    return settings.SESSION_IDLE / 60


class SessionQuerySet(models.QuerySet):
    def alive(self):
        now = timezone.now()
        used = now - settings.SESSION_IDLE - slack()
        return self.filter(expire_date__gt=now, last_seen_at__gt=used)

    def over(self):
        return self.exclude(pk__in=self.model.objects.alive().values("pk"))

    def forget(self):
        """Of those that are over nothing stays but whose they were, so that a form which is sent
        in the morning is still its person's (accounts.kept); after `TRACED` not even that."""
        over = self.over()
        over.filter(
            models.Q(person=None) | models.Q(last_seen_at__lt=timezone.now() - TRACED)
        ).delete()
        over.exclude(session_data="").update(session_data="", device="")

    def of(self, person):
        """The newest activity first."""
        return self.filter(person=person).alive().order_by("-last_seen_at")


class Session(AbstractBaseSession):
    """A browser that a person signed in with. No address: nothing needs it. Ending one deletes the
    row; one that ended by itself stays for a while without what was in it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người dùng",
        null=True,
        related_name="sessions",
    )
    device = models.CharField("thiết bị", max_length=DEVICE_LENGTH, blank=True)
    last_seen_at = models.DateTimeField("dùng lần cuối", default=timezone.now)

    objects = BaseSessionManager.from_queryset(SessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "phiên đăng nhập"
        verbose_name_plural = "phiên đăng nhập"

    @classmethod
    def get_session_store_class(cls):
        from accounts.sessions.store import SessionStore

        return SessionStore

    @property
    def handle(self):
        """Names the row on a page without giving its key away."""
        return salted_hmac("accounts.sessions", self.session_key).hexdigest()[:20]

    @property
    def remaining(self):
        """Seconds until it ends unless somebody is there."""
        idle_end = self.last_seen_at + settings.SESSION_IDLE + slack()
        return (min(idle_end, self.expire_date) - timezone.now()).total_seconds()

    def touch(self):
        """Somebody is there."""
        now = timezone.now()
        if now - self.last_seen_at >= slack():
            Session.objects.filter(pk=self.pk).update(last_seen_at=now)
            self.last_seen_at = now
