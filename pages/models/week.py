"""The board's public work calendar (lịch công tác)."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate, localtime

from core.fields import PlainText, TextLine

USUAL = timedelta(hours=2)  # of an event whose end is not told


class WorkEventQuerySet(models.QuerySet):
    def in_week(self, monday):
        """Those that begin in the week of this Monday, in their order."""
        start = datetime.combine(monday, time(), tzinfo=get_current_timezone())
        end = datetime.combine(monday + timedelta(days=7), time(), tzinfo=get_current_timezone())
        return self.filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at", "id")

    def upcoming(self):
        """Those that go on or are to come, the next first."""
        ends = Coalesce("ends_at", F("starts_at") + USUAL)
        return self.alias(over_at=ends).filter(over_at__gt=Now()).order_by("starts_at", "id")


class WorkEvent(models.Model):
    title = TextLine("nội dung", max_length=300)
    starts_at = models.DateTimeField("bắt đầu", db_index=True)
    ends_at = models.DateTimeField("kết thúc", null=True, blank=True)
    place = TextLine("địa điểm", max_length=200, blank=True)
    chair = TextLine("chủ trì", max_length=200, blank=True)
    attendees = TextLine("thành phần", max_length=500, blank=True)
    note = PlainText("chuẩn bị, ghi chú", max_length=1000, blank=True)
    is_cancelled = models.BooleanField(
        "đã hoãn", default=False, help_text="Vẫn có trong lịch, ghi rõ là đã hoãn."
    )
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)

    objects = WorkEventQuerySet.as_manager()

    class Meta:
        verbose_name = "việc trong lịch"
        verbose_name_plural = "lịch công tác"
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="work_event_ends_after_start",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{week_url(self.day)}#viec-{self.pk}"

    @property
    def day(self):
        return localdate(self.starts_at)

    @property
    def half(self):
        """The half of the day, as calendars on paper have it."""
        hour = localtime(self.starts_at).hour
        return "Sáng" if hour < 12 else "Chiều" if hour < 18 else "Tối"

    @property
    def is_one_day(self):
        return localdate(self.end) == self.day

    @property
    def end(self):
        return self.ends_at or self.starts_at + USUAL


def week_url(day: date) -> str:
    """The page of the week that has this day."""
    year, week, _ = day.isocalendar()
    return reverse("pages:week", args=[year, week])
