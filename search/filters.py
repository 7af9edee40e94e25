"""What narrows a search down: `loai`, `muc`, `co-quan`, `nam`, `tu`, `den`; `xep` is its order.

Whatever is typed into the address is a search: a value that means nothing is left out, and the
page says so.
"""

from datetime import date

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from documents.models import Issuer
from news.models import Category
from search.candidates import Bounds
from search.sources import SHELVES

BY_DATE = "ngay"
LABELS = {
    "loai": "loại nội dung", "muc": "chuyên mục", "co-quan": "cơ quan ban hành", "nam": "năm",
    "tu": "từ ngày", "den": "đến ngày",
}  # fmt: skip


class Filters:
    """`data`: the request's parameters."""

    parameters = ("q", *LABELS, "xep")

    def __init__(self, data):
        self.query = data.get("q", "").replace("\0", " ").strip()
        self.by_date = data.get("xep") == BY_DATE
        self.typed = {name: value for name in LABELS if (value := data.get(name, "").strip())}
        read = {
            "loai": self._shelf, "muc": self._category, "co-quan": self._issuer,
            "nam": _year, "tu": _day, "den": _day,
        }  # fmt: skip
        found = {name: read[name](value) for name, value in self.typed.items()}
        self.chosen = {name: value for name, value in found.items() if value is not None}
        self.unknown = [LABELS[name] for name in self.typed if name not in self.chosen]

    @cached_property
    def shelf(self):
        """The shelf that is looked through, or None for all: a category has articles alone, an
        office papers alone."""
        owner = {"muc": "tin-tuc", "co-quan": "van-ban"}
        owned = next((slug for name, slug in owner.items() if name in self.chosen), "")
        by_slug = {shelf.slug: shelf for shelf in SHELVES}
        return by_slug.get(owned) or self.chosen.get("loai")

    @cached_property
    def bounds(self):
        """Where all shelves are looked through."""
        since, until = self.chosen.get("tu"), self.chosen.get("den")
        if year := self.chosen.get("nam"):
            since = max(since or date.min, date(year, 1, 1))
            until = min(until or date.max, date(year, 12, 31))
        return Bounds(since, until)

    @cached_property
    def group(self):
        """The Category or Issuer that was chosen, or None."""
        return self.chosen.get("muc") or self.chosen.get("co-quan")

    @cached_property
    def narrow_bounds(self):
        """Where the shelf of the chosen group is looked through."""
        if isinstance(self.group, Category):
            marks = tuple(f"@c{category.pk}" for category in self.group.family)
        else:
            marks = (f"@i{self.group.pk}",) if self.group else ()
        return Bounds(self.bounds.since, self.bounds.until, (marks,) if marks else ())

    def url(self, **changed):
        """The search with some parameters changed, on its first page."""
        values = {"q": self.query, "xep": BY_DATE if self.by_date else ""}
        values |= {name: self.typed[name] for name in self.chosen} | changed
        query = QueryDict(mutable=True)
        query.update({name: values[name] for name in self.parameters if values.get(name)})
        if page := changed.get("trang"):
            query["trang"] = page
        return f"{reverse('search:search')}?{query.urlencode()}"

    @property
    def hidden(self):
        """(name, value) of what a form that asks for days has to keep."""
        kept = {name: self.typed[name] for name in self.chosen if name not in ("nam", "tu", "den")}
        kept |= {"q": self.query, "xep": BY_DATE if self.by_date else ""}
        return [(name, value) for name, value in kept.items() if value]

    @staticmethod
    def _shelf(slug):
        return next((shelf for shelf in SHELVES if shelf.slug == slug), None)

    @staticmethod
    def _category(slug):
        try:
            return Category.objects.with_children(slug)
        except Http404:
            return None

    @staticmethod
    def _issuer(slug):
        return Issuer.objects.filter(slug=slug).first()


def _year(text):
    is_year = text.isascii() and text.isdecimal() and len(text) == 4
    return int(text) if is_year and int(text) >= 1000 else None


def _day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
