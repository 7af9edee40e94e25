"""The papers of the area: the public door, narrowed down to what only members see."""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, DateField, Prefetch, Q
from django.db.models.functions import Coalesce, TruncMonth
from django.urls import reverse

from core.vietnamese import HANOI, SortKey, sort_key
from documents.models import Attachment, Document, Field

OTHERS = "Tài liệu khác"  # heading of papers without a field of work


class Month(NamedTuple):
    """A month of the calendar here. An issue of a series stands in the month that it is for,
    which often comes out some days before; any other paper in the one in which it was published,
    whatever its own date is, for then it came to the speakers."""

    year: int
    month: int
    count: int = 0

    @classmethod
    def of(cls, paper):
        day = paper.issue_month or paper.published_at.astimezone(HANOI)
        return cls(day.year, day.month)

    def __str__(self):
        return f"Tháng {self.month}/{self.year}"

    @property
    def start(self):
        return datetime(self.year, self.month, 1, tzinfo=HANOI)

    @property
    def end(self):
        """The beginning of the next one."""
        return datetime(self.year + self.month // 12, self.month % 12 + 1, 1, tzinfo=HANOI)

    def get_absolute_url(self):
        return reverse("speakers:month", args=[self.year, self.month])

    def get_zip_url(self):
        return reverse("speakers:month_zip", args=[self.year, self.month])


class FieldCount(NamedTuple):
    name: str
    slug: str
    count: int


def papers_for(person):
    return Document.objects.visible_to(person).filter(audience=Document.Audience.MEMBERS)


def in_month(papers, month):
    start, end = month.start, month.end
    is_for = Q(issue_month__gte=start.date(), issue_month__lt=end.date())
    came_in = Q(issue_month=None, published_at__gte=start, published_at__lt=end)
    return papers.filter(is_for | came_in)


def with_files(papers, person):
    """The newest first, each with its fields of work and with what it offers in `files`."""
    fields = Prefetch("fields", Field.objects.order_by(SortKey("name")))
    files = Prefetch("attachments", Attachment.objects.offered().for_list(), to_attr="files")
    listed = papers.for_list(person).prefetch_related(fields, files)
    return listed.order_by("-published_at", "-id")


def months_of(papers):
    """The months that have papers, the newest first."""
    published = TruncMonth("published_at", output_field=DateField(), tzinfo=HANOI)
    by_month = papers.values(month=Coalesce(TruncMonth("issue_month"), published))
    counted = by_month.annotate(count=Count("pk")).order_by("-month")
    return [Month(row["month"].year, row["month"].month, row["count"]) for row in counted]


def fields_of(papers):
    """[FieldCount] of each field of work that these papers have, in order."""
    named = papers.filter(fields__isnull=False).values_list("fields__name", "fields__slug")
    counted = named.annotate(count=Count("pk")).order_by(SortKey("fields__name"))
    return [FieldCount(*row) for row in counted]


def by_field(papers):
    """[(field of work, its papers)] in order; a paper of several stands under its first."""
    groups = {}
    for paper in papers:
        first = next(iter(paper.field_list), None)
        groups.setdefault(first, []).append(paper)
    known = sorted((f for f in groups if f), key=lambda field: sort_key(field.name))
    found = [(field.name, groups[field]) for field in known]
    return [*found, (OTHERS, groups[None])] if None in groups else found


def address_of(paper):
    """Where a paper stands in the area; "" for one that everybody may see."""
    if paper.audience != Document.Audience.MEMBERS:
        return ""
    return f"{Month.of(paper).get_absolute_url()}#tai-lieu-{paper.pk}"


def is_month(year, month):
    return 1 <= month <= 12 and date.min.year < year < date.max.year
