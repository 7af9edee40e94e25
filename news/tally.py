"""How many articles each list has, by month and by day: read, not counted.

The database keeps the figures with every write (news/sql/listing.sql).
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.utils.timezone import get_current_timezone

READ = """
SELECT part, sum(amount)::bigint FROM news_tally
WHERE list = %s AND value = %s AND within = %s AND at <= statement_timestamp()
GROUP BY part HAVING sum(amount) > 0 ORDER BY part DESC
"""
WITH_DAYS = ("all", "category")  # as in listing.sql


class ListName(NamedTuple):
    """A list of articles: `value` is the id of the category, topic, tag or author."""

    name: str = "all"
    value: int = 0

    @property
    def has_days(self):
        return self.name in WITH_DAYS


def figures(listed: ListName, within=0) -> dict[int, int]:
    """{202508: number of articles} of a list, or {20250814: number} within a month; the newest
    first."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [*listed, within])
        return dict(cursor.fetchall())


def part_of(moment, *, day=False) -> int:
    """The month, or day, of a moment in the calendar here."""
    here = moment.astimezone(get_current_timezone())
    month = here.year * 100 + here.month
    return month * 100 + here.day if day else month


def bounds(part: int) -> tuple[datetime, datetime]:
    """When a month such as 202508 or a day such as 20250814 begins and ends."""
    here = get_current_timezone()
    if part > 999_999:
        start = datetime(part // 10_000, part // 100 % 100, part % 100, tzinfo=here)
        return start, start + timedelta(days=1)
    year, month = divmod(part, 100)
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=here)
    return datetime(year, month, 1, tzinfo=here), following


def fold():
    """Make one line of each figure; the ledger grows with every write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT news_fold_tally()")
