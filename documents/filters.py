"""The filters beside the list of papers: `loai`, `co-quan`, `linh-vuc`, `nam`, `q`."""

from dataclasses import dataclass

from django.db.models import Count, F, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404, QueryDict
from django.urls import reverse

# Parameter: the group's label, the lookup that filters, and the text that names an option.
GROUPS = {
    "loai": ("Loại văn bản", "kind__slug", "kind__name"),
    "co-quan": ("Cơ quan ban hành", "issuer__slug", "issuer__name"),
    "linh-vuc": ("Lĩnh vực", "fields__slug", "fields__name"),
    "nam": ("Năm ban hành", "issued_on__year", "issued_on__year"),
}


@dataclass
class Option:
    label: str
    count: int
    url: str
    current: bool


class DocumentFilters:
    """`data`: the request's parameters."""

    parameters = (*GROUPS, "q")

    def __init__(self, data):
        self.query = data.get("q", "").strip()
        self.chosen = {name: data[name] for name in GROUPS if data.get(name)}
        year = self.chosen.get("nam", "2000")
        if not (year.isascii() and year.isdecimal() and 1 <= int(year) <= 9999):
            raise Http404

    def apply(self, documents):
        for name, value in self.chosen.items():
            documents = documents.filter(**{GROUPS[name][1]: value})
        return documents.matching(self.query) if self.query else documents

    def groups(self, documents):
        """Each group with its options: how many papers each has and its address."""
        found = {name: [] for name in GROUPS}
        for name, value, label, count in self.counts(documents):
            found[name].append(self.option(name, value, label, count))
        return [
            {"label": GROUPS[name][0], "options": [self.option(name, "", "Tất cả", None), *options]}
            for name, options in found.items()
            if options
        ]

    def counts(self, documents):
        """(group, value, label, count) of every option, in one query; years from the newest."""
        parts = [
            documents.exclude(**{lookup: None})
            .values_list(Value(name), Cast(F(lookup), TextField()), Cast(F(text), TextField()))
            .annotate(Count("pk", distinct=True))
            .order_by()
            for name, (_, lookup, text) in GROUPS.items()
        ]
        rows = parts[0].union(*parts[1:], all=True)
        return sorted(rows, key=lambda row: (-int(row[1]) if row[0] == "nam" else -row[3], row[2]))

    def option(self, name, value, label, count):
        chosen = {**self.chosen, name: value}
        query = QueryDict(mutable=True)
        query.update({key: chosen[key] for key in GROUPS if chosen.get(key)})
        if self.query:
            query["q"] = self.query
        url = reverse("documents:index") + (f"?{query.urlencode()}" if query else "")
        return Option(label, count, url, self.chosen.get(name, "") == value)
