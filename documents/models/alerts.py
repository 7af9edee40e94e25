"""E-mail alerts: who wants to hear of what. Kept no longer than it is wanted."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from documents.models.names import Field, Kind
from documents.models.papers import Document

UNCONFIRMED = timedelta(days=3)  # for which a wish waits for its address to say yes


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def over(self):
        """Those that nobody confirmed in time."""
        return self.filter(confirmed_at=None, created_at__lt=Now() - UNCONFIRMED)


class Subscription(models.Model):
    """An address that wants to hear of new papers of a kind or a field, or of one paper's
    changes. It is deleted, address and all, when its person leaves."""

    email = models.EmailField("địa chỉ thư")
    kind = models.ForeignKey(
        Kind, models.CASCADE, verbose_name="loại văn bản", related_name="+", null=True
    )
    field = models.ForeignKey(
        Field, models.CASCADE, verbose_name="lĩnh vực", related_name="+", null=True
    )
    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="+", null=True
    )
    created_at = models.DateTimeField("đăng ký lúc", auto_now_add=True)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    told = models.CharField(
        "đã báo", max_length=64, blank=True, help_text="Dấu vết của văn bản ở lần báo cuối."
    )

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = "đăng ký nhận thư báo"
        verbose_name_plural = "đăng ký nhận thư báo"
        constraints = [
            models.UniqueConstraint(
                fields=["email", "kind", "field", "document"],
                name="subscription_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="subscription_about_one_thing",
                condition=Q(kind__isnull=False, field=None, document=None)
                | Q(kind=None, field__isnull=False, document=None)
                | Q(kind=None, field=None, document__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.email}: {self.about}"

    @property
    def about(self):
        return self.kind or self.field or self.document


class Told(models.Model):
    """That a subscription was written to about a paper: written down before the letter goes out,
    so a worker that is killed never leaves a letter to be sent twice."""

    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="+")
    document = models.ForeignKey(Document, models.CASCADE, related_name="+")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "thư báo đã gửi"
        verbose_name_plural = "thư báo đã gửi"
        constraints = [
            models.UniqueConstraint(fields=["subscription", "document"], name="told_once")
        ]

    def __str__(self):
        return f"{self.subscription_id}: {self.document_id}"


class Attempt(models.Model):
    """A form sent from a network, as a keyed digest that tells no address; gone after an hour."""

    network = models.CharField("mạng", max_length=64)
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần gửi đăng ký"
        verbose_name_plural = "lần gửi đăng ký"
        indexes = [models.Index(fields=["network", "at"], name="attempt_of_network")]

    def __str__(self):
        return f"{self.network[:8]} {self.at}"
