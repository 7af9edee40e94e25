"""The sums of a day of the calendar here. Only the job that folds hits writes to them."""

from django.db import models
from django.db.models import F, Q

from stats.origins import Source


class Day(models.Model):
    """The whole site. A visitor counts once a day."""

    day = models.DateField("ngày", primary_key=True)
    views = models.PositiveIntegerField("lượt xem", default=0)
    visitors = models.PositiveIntegerField("khách", default=0)
    downloads = models.PositiveIntegerField("lượt tải", default=0)
    robots = models.PositiveIntegerField("lượt của máy tìm kiếm", default=0)

    class Meta:
        verbose_name = "số liệu của ngày"
        verbose_name_plural = "số liệu theo ngày"
        ordering = ["day"]

    def __str__(self):
        return f"{self.day}: {self.views}"


class PageDayQuerySet(models.QuerySet):
    def of(self, what, thing):
        return self.filter(what=what, thing=thing)


class PageDay(models.Model):
    """One page, or with thing "" all those that are neither article nor paper.

    `shown` is how much of `number` stands in the page's own figure already.
    """

    day = models.DateField("ngày")
    what = models.CharField("việc", max_length=8)
    thing = models.CharField("loại trang", max_length=8, blank=True)
    object_id = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField("số lượt")
    shown = models.PositiveIntegerField("đã hiện", default=0)

    objects = PageDayQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu của trang"
        verbose_name_plural = "số liệu theo trang"
        constraints = [
            models.UniqueConstraint(
                name="page_day_once", fields=["day", "what", "thing", "object_id"]
            ),
            models.CheckConstraint(
                name="page_day_shows_no_more", condition=Q(shown__lte=F("number"))
            ),
        ]
        indexes = [
            models.Index(
                name="page_day_not_shown",
                fields=["thing", "what"],
                condition=Q(shown__lt=F("number")),
            )
        ]

    def __str__(self):
        return f"{self.day} {self.what} {self.thing} {self.object_id}: {self.number}"


class OriginDayQuerySet(models.QuerySet):
    def of_people(self):
        return self.exclude(source=Source.ROBOT)


class OriginDay(models.Model):
    """From where visitors came, or with source `robot` which search engine read."""

    day = models.DateField("ngày")
    source = models.CharField("nguồn", max_length=8, choices=Source)
    name = models.CharField("tên", max_length=100, blank=True)
    number = models.PositiveIntegerField("số lượt")

    objects = OriginDayQuerySet.as_manager()

    class Meta:
        verbose_name = "nguồn của ngày"
        verbose_name_plural = "nguồn theo ngày"
        constraints = [
            models.UniqueConstraint(name="origin_day_once", fields=["day", "source", "name"])
        ]

    def __str__(self):
        return f"{self.day} {self.source} {self.name}: {self.number}"


class DayVisitor(models.Model):
    """Hashes that were counted as a visitor of their day; forgotten when it is over."""

    day = models.DateField("ngày")
    visitor = models.BigIntegerField("dấu của ngày")

    class Meta:
        verbose_name = "khách của ngày"
        verbose_name_plural = "khách của ngày"
        constraints = [models.UniqueConstraint(name="day_visitor_once", fields=["day", "visitor"])]

    def __str__(self):
        return f"{self.day}"
