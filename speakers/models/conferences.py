"""The schedule of conferences (hội nghị báo cáo viên)."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from core.fields import PlainText, TextLine
from documents.models import Document

USUAL = timedelta(hours=4)  # half a day: of a conference whose end is not told
KEPT = timedelta(days=365)


class ConferenceQuerySet(models.QuerySet):
    def with_end(self):
        return self.annotate(over_at=Coalesce("ends_at", F("starts_at") + USUAL))

    def upcoming(self):
        """Those that go on or are to come, the next first."""
        return self.with_end().filter(over_at__gt=Now()).order_by("starts_at", "id")

    def recent(self):
        """What calendars get: what is to come, and a year of what was."""
        return self.filter(starts_at__gt=timezone.now() - KEPT).order_by("starts_at", "id")

    def past(self):
        return self.with_end().filter(over_at__lte=Now()).order_by("-starts_at", "-id")


class Conference(models.Model):
    title = TextLine("tên hội nghị", max_length=300)
    starts_at = models.DateTimeField("bắt đầu", db_index=True)
    ends_at = models.DateTimeField("kết thúc", null=True, blank=True)
    place = TextLine("địa điểm", max_length=300, blank=True)
    link = models.URLField("đường dẫn họp trực tuyến", max_length=500, blank=True)
    note = PlainText(
        "ghi chú",
        max_length=2000,
        blank=True,
        help_text="Thành phần, việc cần chuẩn bị. Hiện cả trong lịch trên điện thoại.",
    )
    is_cancelled = models.BooleanField(
        "đã hoãn", default=False, help_text="Hội nghị vẫn có trong lịch, ghi rõ là đã hoãn."
    )
    papers = models.ManyToManyField(
        Document,
        verbose_name="tài liệu",
        related_name="+",
        blank=True,
        help_text="Báo cáo viên chỉ thấy những tài liệu đã đăng.",
    )
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "hội nghị"
        verbose_name_plural = "lịch hội nghị"
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="conference_ends_after_start",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
            models.CheckConstraint(
                name="conference_is_somewhere",
                condition=~Q(place="") | ~Q(link=""),
                violation_error_message="Hãy ghi địa điểm, hoặc đường dẫn họp trực tuyến.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('speakers:schedule')}#hoi-nghi-{self.pk}"

    def get_ics_url(self):
        return reverse("speakers:conference_ics", args=[self.pk])

    @property
    def end(self):
        return self.ends_at or self.starts_at + USUAL

    @property
    def is_one_day(self):
        return localdate(self.starts_at) == localdate(self.end)

    @property
    def link_host(self):
        return urlsplit(self.link).hostname or self.link
