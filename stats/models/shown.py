"""What public pages show of the figures, as it was at the last hourly snapshot."""

from itertools import groupby

from django.db import models
from django.db.models import Q

from news.models import Article
from stats.figures import Figures


class VisitSummary(models.Model):
    """One row. `counted` is what this portal counted; a site that moved adds its old total."""

    FIGURES = ("online", "engines", "guests", "today", "week", "month", "counted")

    only_row = models.BooleanField(primary_key=True, default=True, editable=False)
    starting_total = models.PositiveBigIntegerField(
        "tổng lượt truy cập ban đầu",
        default=0,
        help_text="Của trang cũ, tính đến ngày chuyển sang cổng này; cộng vào tổng trên mọi trang.",
    )
    taken_at = models.DateTimeField("số liệu lúc", null=True, editable=False)
    online = models.PositiveIntegerField(default=0, editable=False)
    engines = models.PositiveIntegerField(default=0, editable=False)
    guests = models.PositiveIntegerField(default=0, editable=False)
    today = models.PositiveIntegerField(default=0, editable=False)
    week = models.PositiveIntegerField(default=0, editable=False)
    month = models.PositiveIntegerField(default=0, editable=False)
    counted = models.PositiveBigIntegerField("cổng này đã đếm", default=0, editable=False)

    class Meta:
        verbose_name = "thống kê truy cập"
        verbose_name_plural = "thống kê truy cập"
        constraints = [
            models.CheckConstraint(name="visit_summary_one_row", condition=Q(only_row=True))
        ]

    def __str__(self):
        return "Thống kê truy cập"

    @classmethod
    def load(cls):
        """The row, or an empty one before the first snapshot."""
        return cls.objects.first() or cls()

    @property
    def figures(self):
        return Figures(*(getattr(self, name) for name in self.FIGURES)).plus(self.starting_total)


class Period(models.TextChoices):
    """In the order in which pages show them."""

    DAY = "day", "Hôm nay"
    WEEK = "week", "7 ngày qua"
    MONTH = "month", "30 ngày qua"


class MostReadQuerySet(models.QuerySet):
    def lists(self, length):
        """(label, articles) of each period that has any that the public may see."""
        public = self.filter(article__in=Article.objects.published())
        shown = public.select_related("article__category").defer("article__body")
        by_period = {
            period: [row.article for row in rows][:length]
            for period, rows in groupby(
                shown.order_by("period", "-number", "-article"), lambda row: row.period
            )
        }
        return [(p.label, by_period[p]) for p in Period if p in by_period]


class MostRead(models.Model):
    """An article that was read much in the period before the last snapshot."""

    period = models.CharField("thời gian", max_length=5, choices=Period)
    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name="bài viết", related_name="+", db_index=False
    )
    number = models.PositiveIntegerField("số lượt")

    objects = MostReadQuerySet.as_manager()

    class Meta:
        verbose_name = "bài đọc nhiều"
        verbose_name_plural = "bài đọc nhiều"
        constraints = [models.UniqueConstraint(name="most_read_once", fields=["article", "period"])]

    def __str__(self):
        return f"{self.article}: {self.number}"
