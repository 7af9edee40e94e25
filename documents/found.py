"""Papers of a list in pages, without counting them and without a far OFFSET."""

from datetime import date
from itertools import pairwise

from documents.samples import MOST


class Found:
    """What a paginator takes for a list.

    `steps`: (first day after it, number of papers) of each month or year, the newest first, where
    the tally knows them: a page is then found from the beginning of its step. `total` without
    steps: the number of papers up to MOST + 1; no more than MOST are shown.
    """

    def __init__(self, papers, steps=None, total=0):
        self.papers, self.steps, self.total = papers, steps, total

    def count(self):
        return min(self.total, MOST) if self.steps is None else sum(n for _, n in self.steps)

    __len__ = count

    @property
    def is_cut(self):
        return self.steps is None and self.total > MOST

    def __getitem__(self, wanted):
        start, end = self.beginning(wanted.start)
        papers = self.papers.before(end) if end else self.papers
        if since := self.since(wanted.stop):
            papers = papers.since(since)
        return papers[start : start + wanted.stop - wanted.start]

    def beginning(self, offset):
        """Where to begin: the papers to leave out among those before a day, or among all."""
        for end, number in self.steps or []:
            if offset < number:
                return offset, end
            offset -= number
        return offset, None

    def since(self, offset):
        """The day from which on all papers up to an offset are dated: so of a field, whose papers
        are joined, no more than a few months or years are looked at. None where any may be."""
        steps = self.steps or []
        for (_, number), (end, _) in pairwise(steps):
            offset -= number
            if offset <= 0:
                return end
        return None


def after_month(month):
    """The day after a month such as 202508."""
    return date(month // 100 + month % 100 // 12, month % 100 % 12 + 1, 1)


def steps_of(months, *, by_year):
    """The steps of a list: {202508: number of papers} as months, or added up as years."""
    found = {}
    for month, number in sorted(months.items(), reverse=True):
        end = date(month // 100 + 1, 1, 1) if by_year else after_month(month)
        found[end] = found.get(end, 0) + number
    return list(found.items())
