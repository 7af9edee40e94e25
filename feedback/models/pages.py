"""What readers tell of a page: that something is wrong, that a paper was of use."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Now

from core.fields import PlainText, TextLine
from documents.models import Document
from feedback.models.contacts import ContactQuerySet


class PageReportQuerySet(ContactQuerySet):
    def waiting(self):
        return self.filter(handled_at=None)

    def handle(self, by):
        """Mark them as seen to; how many were not yet."""
        return self.waiting().update(handled_at=Now(), handled_by=by)

    def reopen(self):
        return self.exclude(handled_at=None).update(handled_at=None, handled_by=None)


class PageReport(models.Model):
    """`path` is what the sender's browser said, and nothing is looked up by it."""

    path = TextLine("trang", max_length=500)
    text = PlainText("điều chưa đúng", max_length=3000)
    contact = TextLine("điện thoại hoặc email", max_length=150, blank=True)
    sent_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    note = PlainText("ghi chú xử lý", max_length=2000, blank=True)
    handled_at = models.DateTimeField("xử lý lúc", null=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người xử lý",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = PageReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo lỗi trang"
        verbose_name_plural = "báo lỗi trang"
        ordering = ["-sent_at", "-id"]
        indexes = [
            models.Index(fields=["sent_at"], name="report_waiting", condition=Q(handled_at=None))
        ]

    def __str__(self):
        return f"{self.path}: {self.text[:60]}"


class UsefulnessQuerySet(models.QuerySet):
    def tell(self, document, visitor, *, is_useful, remark):
        """Keep what a visitor says of a paper, in the place of what they said before."""
        self.bulk_create(
            [Usefulness(document=document, visitor=visitor, is_useful=is_useful, remark=remark)],
            update_conflicts=True,
            unique_fields=["document", "visitor"],
            update_fields=["is_useful", "remark", "at"],
        )

    def counts_of(self, document):
        """{useful, useless}"""
        return self.filter(document=document).aggregate(
            useful=Count("pk", filter=Q(is_useful=True)),
            useless=Count("pk", filter=Q(is_useful=False)),
        )


class Usefulness(models.Model):
    document = models.ForeignKey(Document, models.CASCADE, verbose_name="văn bản", related_name="+")
    visitor = models.CharField("khách (đã băm)", max_length=64)
    is_useful = models.BooleanField("hữu ích")
    remark = PlainText("lời góp ý", max_length=2000, blank=True)
    at = models.DateTimeField("lúc", auto_now=True)

    objects = UsefulnessQuerySet.as_manager()

    class Meta:
        verbose_name = "phản hồi về văn bản"
        verbose_name_plural = "phản hồi về văn bản"
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "visitor"], name="usefulness_one_a_visitor"
            ),
            models.CheckConstraint(name="usefulness_has_visitor", condition=~Q(visitor="")),
        ]

    def __str__(self):
        return str(self.document)
