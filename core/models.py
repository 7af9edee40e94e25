"""What every published thing shares: its life, and the one public door."""

from bisect import bisect

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.fields import TextLine
from core.vietnamese import slugify


class PublicationQuerySet(models.QuerySet):
    """The public door. Every list, page, feed, search and file goes through these words.

    The clock is the database's: the edition tells the moments passed by the same clock, so a
    page is never kept under a moment that its content has not seen.
    """

    def in_force(self):
        """Published, and its time has come and is not over."""
        return self.filter(
            Q(expires_at=None) | Q(expires_at__gt=Now()),
            status=Publication.Status.PUBLISHED,
            published_at__lte=Now(),
        )

    def published(self):
        """What anybody at all may see."""
        return self.in_force()

    def visible_to(self, user):
        """What this person may see on the public pages; never less than `published()`."""
        return self.published()

    def gone(self):
        """What was public and is so no more: taken down, or its time is over."""
        over = Q(status=Publication.Status.PUBLISHED, expires_at__lte=Now())
        return self.filter(over | Q(status=Publication.Status.WITHDRAWN))

    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def newer_than(self, publication):
        """Those after this one, the nearest first."""
        at = publication.published_at
        return self.filter(
            Q(published_at__gt=at) | Q(id__gt=publication.pk), published_at__gte=at
        ).order_by("published_at", "id")

    def older_than(self, publication):
        """Those before this one, the nearest first."""
        at = publication.published_at
        return self.filter(
            Q(published_at__lt=at) | Q(id__lt=publication.pk), published_at__lte=at
        ).newest_first()

    def neighbours(self, publication, limit):
        """Up to `limit` after this one and before it, each nearest first, in one query."""
        newer = self.newer_than(publication)[:limit]
        older = self.older_than(publication)[:limit]
        found = sorted(newer.union(older, all=True), key=place)
        split = bisect(found, place(publication), key=place)
        return found[split:], found[:split][::-1]


def place(publication):
    """Where it stands in the order of publication."""
    return publication.published_at, publication.pk


class Publication(models.Model):
    """Something that is written, approved, shown from a moment on and perhaps taken down."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Nháp"
        SUBMITTED = "submitted", "Chờ duyệt"
        RETURNED = "returned", "Trả lại"
        APPROVED = "approved", "Đã duyệt"
        PUBLISHED = "published", "Đã đăng"
        WITHDRAWN = "withdrawn", "Đã gỡ"

    SLUG_FALLBACK = "bai"

    title = TextLine("tiêu đề", max_length=500)
    slug = models.SlugField("đường dẫn", max_length=100, db_index=False, blank=True)
    status = models.CharField("trạng thái", max_length=9, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField("đăng lúc", null=True, blank=True)
    expires_at = models.DateTimeField("hết hạn lúc", null=True, blank=True)
    withdrawal_note = TextLine(
        "lý do gỡ", max_length=500, blank=True, help_text="Bạn đọc thấy ghi chú này khi mở lại."
    )
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người tạo",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người sửa",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_published_has_time",
                condition=~Q(status="published") | Q(published_at__isnull=False),
                violation_error_message="Bài đã đăng phải có thời điểm đăng.",
            ),
            models.CheckConstraint(
                name="%(class)s_expires_after_publication",
                condition=Q(expires_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(expires_at__gt=F("published_at")),
                violation_error_message="Thời điểm hết hạn phải sau thời điểm đăng.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        self.slug = self.slug or slugify(self.title) or self.SLUG_FALLBACK
