"""The results of a poll, counted when they are asked for."""

from dataclasses import dataclass

from django.db import connection

from polls.models import Ballot, Choice

COUNT = """
    SELECT choice, count(*), count(*) FILTER (WHERE is_proven)
    FROM polls_ballot, unnest(chosen) AS choice WHERE poll_id = %s GROUP BY choice
"""
MOST_OPINIONS = 100  # on a page


@dataclass
class Line:
    """A choice, how often it was taken (with and without a proof of work), its hundredths."""

    choice: Choice
    count: int
    proven: int
    percent: int = 0
    leads: bool = False

    @property
    def plain(self):
        return self.count - self.proven


@dataclass
class Results:
    lines: list[Line]
    ballots: int
    plain: int  # ballots without a proof of work

    @property
    def marks(self):
        return sum(line.count for line in self.lines)

    @property
    def proven(self):
        return self.ballots - self.plain


def results_of(poll):
    """The figures of this moment; `poll` is one of `for_list`."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [poll.pk])
        counted = {choice: (count, proven) for choice, count, proven in cursor}
    lines = [Line(choice, *counted.get(choice.pk, (0, 0))) for choice in poll.choice_list]
    most = max((line.count for line in lines), default=0)
    for line, percent in zip(lines, percentages([line.count for line in lines]), strict=True):
        line.percent, line.leads = percent, 0 < line.count == most
    ballots = poll.ballots.count()
    return Results(lines, ballots, poll.ballots.filter(is_proven=False).count())


def percentages(counts):
    """Whole hundredths that sum to 100, by the largest remainder; of two equal remainders the
    larger count has it, then the one that stands first. All 0 where nothing was counted."""
    whole = sum(counts)
    if not whole:
        return [0] * len(counts)
    floors = [count * 100 // whole for count in counts]
    places = range(len(counts))
    by_remainder = sorted(places, key=lambda n: (-(counts[n] * 100 % whole), -counts[n], n))
    for place in by_remainder[: 100 - sum(floors)]:
        floors[place] += 1
    return floors


def opinions_of(poll):
    """What voters wrote and an editor lets the public see, in no telling order."""
    return Ballot.objects.filter(poll=poll).shown().order_by("words")[:MOST_OPINIONS]
