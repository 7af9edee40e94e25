"""The figures of a span of days beside those of the days before it."""

from collections import Counter
from typing import NamedTuple

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property

from documents.models import Document
from news.models import Article, Category
from search.models import MissedSearch
from stats.models import Day, OriginDay, PageDay
from stats.origins import Source

LISTED = 30  # lines of a ranking in a file
ON_PAGE = 10
OF_A_DAY = {
    "views": "Lượt truy cập",
    "visitors": "Khách (tính riêng từng ngày)",
    "downloads": "Lượt tải tệp",
    "robots": "Lượt của máy tìm kiếm",
}


class Line(NamedTuple):
    label: str
    now: int
    before: int
    url: str = ""

    @property
    def change(self):
        """+12%, −5%; nothing to compare with where there was none."""
        if not self.before:
            return ""
        percent = round(100 * (self.now - self.before) / self.before)
        sign = "−" if percent < 0 else "+" if percent else ""
        return f"{sign}{abs(percent)}%"


class Ranking(NamedTuple):
    title: str
    head: str
    lines: list
    compares: bool = True

    @property
    def on_page(self):
        return self.lines[:ON_PAGE]


class Report:
    def __init__(self, span):
        self.span = span

    @cached_property
    def days(self):
        """A Day for each day of the span; those on which nobody came are empty."""
        known = {row.day: row for row in Day.objects.filter(day__range=self.span)}
        return [known.get(day) or Day(day=day) for day in self.span.days]

    @cached_property
    def totals(self):
        sums = {name: Coalesce(Sum(name), 0) for name in OF_A_DAY}
        before = Day.objects.filter(day__range=self.span.before).aggregate(**sums)
        return [
            Line(label, sum(getattr(day, name) for day in self.days), before[name])
            for name, label in OF_A_DAY.items()
        ]

    @cached_property
    def rankings(self):
        """Those that have any line."""
        found = [
            Ranking("Chuyên mục", "Chuyên mục", self.categories()),
            Ranking("Nguồn truy cập", "Bạn đọc đến từ", self.sources()),
            Ranking("Trang giới thiệu", "Tên miền", self.hosts()),
            Ranking("Bài được đọc nhiều", "Bài viết", self.of(Article, "view")),
            Ranking("Văn bản được xem nhiều", "Văn bản", self.of(Document, "view")),
            Ranking("Văn bản được tải nhiều", "Văn bản", self.of(Document, "download")),
            Ranking("Máy tìm kiếm", "Máy tìm kiếm", self.engines()),
            Ranking("Tìm không thấy", "Từ đã tìm trên trang này", self.misses(), False),
        ]
        return [ranking for ranking in found if ranking.lines]

    def categories(self):
        """Views of the articles of each main category, as they are sorted today."""
        read = self.pages[Article, "view"]
        place = dict(Article.objects.filter(pk__in=read).values_list("pk", "category"))
        now, before = Counter(), Counter()
        for pk, (n, b) in read.items():
            now[place.get(pk)] += n
            before[place.get(pk)] += b
        names = {category.pk: str(category) for category in Category.objects.all()}
        return ranked(Line(names[pk], now[pk], before[pk]) for pk in now if pk in names)

    def sources(self):
        labels = dict(Source.choices)
        rows = self.compared(OriginDay.objects.of_people(), "source")
        return ranked(Line(labels[source], *counts) for source, counts in rows.items())

    def hosts(self):
        rows = self.compared(OriginDay.objects.of_people().exclude(name=""), "name")
        return ranked(Line(name, *counts) for name, counts in rows.items())

    def misses(self):
        """Searches that found nothing, the last time in this span; their number is that of all
        times, as no day of them is kept."""
        found = MissedSearch.objects.filter(last_on__range=self.span)[:LISTED]
        return [Line(miss.words, miss.number, 0) for miss in found]

    def engines(self):
        rows = self.compared(OriginDay.objects.filter(source=Source.ROBOT), "name")
        return ranked(Line(name, *counts) for name, counts in rows.items())

    @cached_property
    def pages(self):
        """{(model, what): {number: (now, before)}}"""
        return {
            (model, what): self.compared(PageDay.objects.of(what, thing), "object_id")
            for model, thing in ((Article, "bai"), (Document, "van-ban"))
            for what in ("view", "download")
        }

    def of(self, model, what):
        counts = self.pages[model, what]
        most = sorted(counts, key=lambda pk: (-counts[pk][0], pk))[:LISTED]
        titles = dict(model.objects.filter(pk__in=most).values_list("pk", "title"))
        page = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        lines = (Line(titles[pk], *counts[pk], reverse(page, args=[pk])) for pk in titles)
        return ranked(lines)

    def compared(self, rows, column):
        """{value of the column: (number in the span, number before)}"""
        both = rows.filter(day__range=(self.span.before.start, self.span.end))
        within = Q(day__gte=self.span.start)
        sums = both.values(column).annotate(
            now=Coalesce(Sum("number", filter=within), 0),
            before=Coalesce(Sum("number", filter=~within), 0),
        )
        return {row[column]: (row["now"], row["before"]) for row in sums}


def ranked(lines):
    """The most first; those that were only before are left out."""
    some = [line for line in lines if line.now]
    return sorted(some, key=lambda line: (-line.now, line.label))[:LISTED]
