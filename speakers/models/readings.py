"""Papers whose reading has to be confirmed, and who confirmed it."""

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.utils.timezone import localdate

from documents.models import Document


class ReadingRequestQuerySet(models.QuerySet):
    def with_counts(self):
        return self.annotate(confirmed=Count("confirmations"))

    def for_papers(self, papers, person):
        """{number of the paper: its request}, each with `confirmed_at` of this person."""
        own = Confirmation.objects.filter(request=OuterRef("pk"), person=person)
        found = self.filter(document__in=papers)
        asked = found.annotate(confirmed_at=Subquery(own.values("at")[:1]))
        return {request.document_id: request for request in asked}


class ReadingRequest(models.Model):
    """Whoever reads this paper is asked to say so."""

    document = models.OneToOneField(
        Document,
        models.CASCADE,
        verbose_name="tài liệu",
        related_name="reading_request",
        limit_choices_to={"audience": Document.Audience.MEMBERS, "original": None},
        error_messages={"unique": "Tài liệu này đã có yêu cầu xác nhận."},
    )
    until = models.DateField(
        "hạn xác nhận",
        null=True,
        blank=True,
        help_text="Sau ngày này vẫn xác nhận được, ghi là trễ.",
    )
    created_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)

    objects = ReadingRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "yêu cầu xác nhận đã đọc"
        verbose_name_plural = "xác nhận đã đọc"
        ordering = ["-id"]

    def __str__(self):
        return str(self.document)

    @property
    def is_late(self):
        """Whether the day by which it should be read is over."""
        return self.until is not None and self.until < localdate()

    def confirm(self, person):
        """Whether it is new that this person has read the paper."""
        return self.confirmations.get_or_create(person=person)[1]


class Confirmation(models.Model):
    """A person says that they have read a paper. Never changed."""

    request = models.ForeignKey(
        ReadingRequest, models.CASCADE, verbose_name="yêu cầu", related_name="confirmations"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người đọc",
        null=True,
        related_name="+",
    )
    at = models.DateTimeField("xác nhận lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lượt xác nhận đã đọc"
        verbose_name_plural = "lượt xác nhận đã đọc"
        constraints = [
            models.UniqueConstraint(fields=["request", "person"], name="confirmation_once")
        ]

    def __str__(self):
        return str(self.person)
