"""Holidays that no rule tells: those of the lunar calendar, and what the Government moves."""

from django.db import models
from django.utils.timezone import localdate

from accounts.working_days import Calendar
from core.fields import TextLine


class HolidayQuerySet(models.QuerySet):
    def calendar(self):
        """The working days as they are known now. One query; to be asked once for a list."""
        return Calendar.of(localdate(), self.values_list("day", "is_worked"))


class Holiday(models.Model):
    day = models.DateField("ngày", unique=True)
    name = TextLine("tên", max_length=100)
    is_worked = models.BooleanField(
        "là ngày làm bù",
        default=False,
        help_text="Đánh dấu nếu đây là thứ Bảy, Chủ nhật phải đi làm để nghỉ một ngày khác.",
    )

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = "ngày nghỉ"
        verbose_name_plural = "ngày nghỉ"
        ordering = ["-day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y}: {self.name}"
