"""What people ask for concerning their own data, with the clock of Decree 356/2025."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from accounts.models.holidays import Holiday
from accounts.models.people import User
from core.fields import PlainText, TextLine

WORKING_DAYS = 2
KEPT = timedelta(days=730)  # so that the board can show that it answered in time
DELETED = "Người dùng đã xóa"


class DataRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(done_at=None)

    def over(self):
        return self.filter(done_at__lt=timezone.now() - KEPT)


def due_day():
    return Holiday.objects.calendar().after(localdate(), WORKING_DAYS)


class DataRequest(models.Model):
    """`name` stays readable until the person is deleted."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Đính chính"
        DELETION = "deletion", "Xóa tài khoản và dữ liệu"

    kind = models.CharField("yêu cầu", max_length=10, choices=Kind)
    asked_by = models.ForeignKey(
        User, models.SET_NULL, verbose_name="tài khoản", null=True, related_name="data_requests"
    )
    name = TextLine("họ và tên", max_length=150)
    words = PlainText("nội dung", max_length=1000, blank=True)
    made_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    due_on = models.DateField("hạn trả lời", default=due_day)
    answer = PlainText("trả lời", max_length=1000, blank=True)
    done_at = models.DateTimeField("xử lý lúc", null=True, editable=False)
    done_by = models.ForeignKey(
        User,
        models.SET_NULL,
        verbose_name="người xử lý",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "yêu cầu về dữ liệu cá nhân"
        verbose_name_plural = "yêu cầu về dữ liệu cá nhân"
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                "asked_by", "kind", name="one_waiting_data_request", condition=Q(done_at=None)
            ),
            models.CheckConstraint(
                name="done_data_request_has_an_answer", condition=Q(done_at=None) | ~Q(answer="")
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.name}"

    @cached_property
    def calendar(self):
        """A list gives all its rows one."""
        return Holiday.objects.calendar()

    @property
    def clock(self):
        """How much time is left, in words."""
        if self.done_at:
            return "Đã xử lý"
        left = self.calendar.days_until(self.due_on, localdate())
        if left < 0:
            return "Quá hạn"
        return "Hết hạn hôm nay" if left == 0 else f"Còn {left} ngày làm việc"

    def finish(self, by, answer):
        self.answer, self.done_by, self.done_at = answer, by, timezone.now()
        self.save()
