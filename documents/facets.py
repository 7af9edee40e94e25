"""The options beside the list of papers, each with the number of papers that it leads to."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from core.vietnamese import thousands
from documents import samples, tally
from documents.filters import GROUPS
from documents.found import Found, steps_of
from documents.samples import MOST
from documents.tally import Given

LABELS = {
    "loai": "Loại văn bản",
    "co-quan": "Cơ quan ban hành",
    "linh-vuc": "Lĩnh vực",
    "nam": "Năm",
}
MORE = f"hơn {thousands(MOST)}"


@dataclass
class Option:
    label: str
    count: int | None  # up to MOST + 1 under other filters; None where only a count would tell
    url: str
    current: bool
    is_exact: bool = False

    @property
    def count_words(self):
        return words(self.count, is_exact=self.is_exact)


@dataclass
class OptionGroup:
    label: str
    options: list

    FEW = 9  # options that show at once; the others open, if it is more than two or three

    @property
    def first(self):
        return self.options[: self.FEW] if self.rest else self.options

    @property
    def rest(self):
        return self.options[self.FEW :] if len(self.options) > self.FEW + 3 else []

    @property
    def rest_is_open(self):
        return any(option.current for option in self.rest)


class Facets:
    """`filters`: a DocumentFilters. Figures come from the tally where no more than one filter
    stands beside a group, else from a sample."""

    def __init__(self, filters):
        self.filters = filters

    def beside(self, group):
        """What the tally is asked about a group; None where it cannot tell."""
        others = [given for name, given in self.filters.given.items() if name != group]
        if self.filters.query or len(others) > 1:
            return None
        return others[0] if others else Given()

    @cached_property
    def told(self):
        """{group: {value: number}} of the groups that the tally tells."""
        wishes = {group: given for group in GROUPS if (given := self.beside(group)) is not None}
        dimensions = {GROUPS[group]: given for group, given in wishes.items()}
        found = tally.figures(dimensions, self.filters.viewer) if wishes else {}
        return {group: found[GROUPS[group]] for group in wishes}

    @cached_property
    def sampled(self):
        """The samples of the other groups, and the number of all papers up to MOST + 1."""
        filters = self.filters
        groups = [group for group in GROUPS if group not in self.told]
        chosen = {group: filters.papers(but=group) for group in groups if group in filters.given}
        others = [GROUPS[group] for group in groups if group not in filters.given]
        each = [([GROUPS[group]], papers) for group, papers in chosen.items()]
        return samples.taken([*each, (others, filters.papers())])

    @cached_property
    def months(self):
        """{202508: number of papers in the list}; None where the tally cannot tell."""
        months = self.told.get("nam")
        year = self.filters.given.get("nam")
        if months is None or year is None:
            return months
        return {month: n for month, n in months.items() if year.low <= month <= year.high}

    def found(self, papers):
        """The list itself, `papers` in their order."""
        if self.months is None:
            return Found(papers, total=self.sampled[1])
        return Found(papers, steps_of(self.months, by_year=self.filters.by_number))

    def count_words(self):
        """How many papers the list has."""
        if self.months is None:
            return words(self.sampled[1])
        return words(sum(self.months.values()), is_exact=not self.filters.given)

    def values(self, group):
        """{value: number or None}; years for months."""
        if group not in self.told:
            sample = self.sampled[0][GROUPS[group]]
            return {value: sample.most(value) for value in sample.values}
        if group != "nam":
            return self.told[group]
        return {end.year - 1: n for end, n in steps_of(self.told[group], by_year=True)}

    def groups(self):
        found = [OptionGroup(LABELS[group], self.options(group)) for group in GROUPS]
        return [group for group in found if len(group.options) > 1]

    def options(self, group):
        """“Tất cả”, then the options that lead to a paper: the largest, or latest, first."""
        values, chosen = self.values(group), self.filters.chosen.get(group, "")
        if group == "nam":
            known = {year: (str(year), str(year)) for year in values}
            order = sorted(values, reverse=True)
        else:
            known = self.filters.names[group]
            order = sorted(values, key=lambda v: (-(values[v] or 0), known.get(v, ("", ""))[1]))
        is_exact = self.beside(group) == Given()
        options = [
            Option(label, values[v], self.filters.url(**{group: slug}), slug == chosen, is_exact)
            for v in order
            if (slug := known.get(v, ("", ""))[0]) and (label := known[v][1])
        ]
        return [Option("Tất cả", None, self.filters.url(**{group: ""}), not chosen), *options]


def words(count, *, is_exact=False):
    """1.846; hơn 1.000 where no more was counted; nothing for what is not known."""
    if count is None:
        return ""
    return thousands(count) if is_exact or count <= MOST else MORE
