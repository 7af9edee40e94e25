"""The filters beside the list of papers: `loai`, `co-quan`, `linh-vuc`, `nam`, `q`."""

from datetime import date

from django.conf import settings
from django.db.models import Value
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from core.vietnamese import repair
from documents.models import Document, Field, Issuer, Kind
from documents.tally import Given
from search.candidates import EVERYWHERE, Bounds

NAMES = {"loai": Kind, "co-quan": Issuer, "linh-vuc": Field}
LOOKUPS = {"loai": "kind", "co-quan": "issuer", "linh-vuc": "fields"}
# Parameter: the dimension in the tally.
GROUPS = {"loai": "kind", "co-quan": "issuer", "linh-vuc": "field", "nam": "month"}
MARKS = {"loai": "k", "co-quan": "i", "linh-vuc": "f"}  # documents/sql/searchable.sql
BY_NUMBER = "so"
NOBODY = 0  # the id of a name that is not there


def bounds_of_field(field):
    """The search narrowed down to a field of work; everywhere for None."""
    return Bounds(marks=((f"@{MARKS['linh-vuc']}{field.pk}",),)) if field else EVERYWHERE


class DocumentFilters:
    """`data`: the request's parameters."""

    parameters = (*GROUPS, "q", "xep")

    def __init__(self, data, viewer):
        self.viewer = viewer
        self.visible = Document.objects.visible_to(viewer)
        self.query = repair(data.get("q", "").strip())
        self.by_number = data.get("xep") == BY_NUMBER
        self.chosen = {name: data[name] for name in GROUPS if data.get(name)}
        year = self.chosen.get("nam", "2000")
        if not (year.isascii() and year.isdecimal() and 1000 <= int(year) < date.max.year):
            raise Http404

    @cached_property
    def names(self):
        """{parameter: {id: (slug, name)}} of every kind, issuer and field, in one query."""
        parts = [
            model.objects.order_by().values_list(Value(name), "pk", "slug", "name")
            for name, model in NAMES.items()
        ]
        found = {name: {} for name in NAMES}
        for name, pk, slug, label in parts[0].union(*parts[1:], all=True):
            found[name][pk] = (slug, label)
        return found

    @cached_property
    def given(self):
        """{parameter: Given} of what was chosen."""
        found = {}
        for name, value in self.chosen.items():
            if name == "nam":
                found[name] = Given.year(int(value))
            else:
                ids = (pk for pk, (slug, _) in self.names[name].items() if slug == value)
                found[name] = Given.one(GROUPS[name], next(ids, NOBODY))
        return found

    def label_of(self, name):
        """What was chosen in a group, in words; "" where nothing was, or nothing that is there."""
        if name not in self.given:
            return ""
        if name == "nam":
            return f"năm {int(self.chosen[name])}"
        return self.names[name].get(self.given[name].low, ("", ""))[1]

    def papers(self, but=""):
        """What is seen under every filter, or under every one but that of a group."""
        found = self.visible
        for name, given in self.given.items():
            if name == but:
                continue
            if name == "nam":
                year = given.low // 100
                found = found.filter(dated__gte=date(year, 1, 1), dated__lt=date(year + 1, 1, 1))
            else:
                found = found.filter(**{LOOKUPS[name]: given.low})
        return found.matching(self.query, self.bounds(but)) if self.query else found

    def bounds(self, but):
        """The same filters, told to the search."""
        given = {name: value for name, value in self.given.items() if name != but}
        year = given.pop("nam", None)
        days = (date(year.low // 100, month, day) for month, day in ((1, 1), (12, 31)))
        since, until = days if year else (None, None)
        marks = tuple((f"@{MARKS[name]}{value.low}",) for name, value in given.items())
        return Bounds(since, until, marks)

    def sorted_papers(self):
        return self.papers().by_number() if self.by_number else self.papers().newest_first()

    def url(self, path="", **changed):
        """The list with some parameters changed, at its own address or that of another view."""
        values = self.chosen | {"q": self.query, "xep": BY_NUMBER if self.by_number else ""}
        values |= changed
        values = {name: values[name] for name in (*self.parameters, "trang") if values.get(name)}
        if not path and values.keys() - {"trang"} == {"nam"}:
            path = reverse("documents:year", args=[int(values.pop("nam"))])
        query = QueryDict(mutable=True)
        query.update(values)
        return (path or reverse("documents:index")) + (f"?{query.urlencode()}" if query else "")

    def csv_url(self):
        return self.url(reverse("documents:csv"))

    def rss_url(self):
        """The feed of what was chosen: of a kind or a field where nothing else was."""
        feeds = {"loai": "documents:kind_feed", "linh-vuc": "documents:field_feed"}
        for name, feed in feeds.items():
            if self.label_of(name) and len(self.chosen) == 1 and not self.query:
                return reverse(feed, args=[self.chosen[name]])
        return reverse("documents:feed")

    def alert_url(self):
        """Where to ask for letters about what was chosen: a kind or a field alone, if mail is
        set up."""
        for name in ("loai", "linh-vuc"):
            if settings.EMAIL_HOST and self.label_of(name) and len(self.chosen) == 1:
                return f"{reverse('documents:subscribe')}?{name}={self.chosen[name]}"
        return ""
