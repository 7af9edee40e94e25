"""Articles of a list in pages, without counting them and without a far OFFSET."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, DateTimeField, TextField
from django.utils.functional import cached_property

from core.compiled import Compiled, Parameter
from news.models import Article
from news.tally import bounds, part_of

NEAR = 200  # rows that an OFFSET may pass over before it is worth to look for the day
LENGTH = 20  # rows that TOP reads


def public():
    return Article.objects.published().for_list()


# The first page of a list, which is asked for most.
TOP = Compiled(
    lambda: public().listed(
        Parameter("name", TextField()),
        Parameter("value"),
        LENGTH,
        since=Parameter("since", DateTimeField()),
        before=Parameter("before", DateTimeField()),
        without=Parameter("without", ArrayField(BigIntegerField())),
    )
)


class Found:
    """What a paginator takes for a list.

    `listed`: a ListName; `figures(within)`: its tally, of the months or within a month;
    `left_out`: articles of the list that stand elsewhere; `month`: all of the list or one month
    such as 202508.
    """

    ordered = True  # for the paginator

    def __init__(self, listed, figures, *, left_out=(), month=0):
        self.listed, self.figures, self.left_out, self.month = listed, figures, left_out, month

    def steps(self, within):
        """[(month or day, number of articles)], the newest first."""
        found = dict(self.figures(within))
        for article in self.left_out:
            if (part := part_of(article.published_at, day=bool(within))) in found:
                found[part] -= 1
        return list(found.items())

    @cached_property
    def all_steps(self):
        return self.steps(self.month)

    def count(self):
        return sum(number for _, number in self.all_steps)

    __len__ = count

    def __getitem__(self, wanted):
        first, last, skipped = place(self.all_steps, wanted.start, wanted.stop)
        offset = wanted.start - skipped
        if offset > NEAR and self.listed.has_days and not self.month:
            days = self.steps(first)
            first, _, skipped = place(days, offset, offset + 1)
            offset -= skipped
        if not first:
            return []
        limits = {
            "since": bounds(last)[0],
            "before": bounds(first)[1],
            "without": [article.pk for article in self.left_out],
        }
        length = wanted.stop - wanted.start
        if not offset and length <= LENGTH:
            return TOP(**self.listed._asdict(), **limits)[:length]
        return public().listed(*self.listed, offset + length, start=offset, **limits)


def place(steps, start, stop):
    """(step in which row `start` stands, step of the last row before `stop`, rows before the
    first of these steps)."""
    first, last, skipped, passed = 0, 0, 0, 0
    for part, number in steps:
        if not first and passed + number > start:
            first, skipped = part, passed
        last, passed = part, passed + number
        if passed >= stop:
            break
    return first, last, skipped
