"""The figures of `Thống kê`, of this moment.

Those who are here now are told by the hits of the last minutes; the rest are the sums of the
days and the hits that no sum has yet, read in one statement so that none counts twice or never.
"""

from datetime import timedelta
from typing import NamedTuple

from django.db import connection
from django.utils.timezone import localdate

from core.vietnamese import HANOI, thousands

ONLINE = timedelta(minutes=5)  # who looked at a page within it is here


class Figures(NamedTuple):
    online: int
    engines: int
    guests: int
    today: int
    week: int
    month: int
    total: int

    def plus(self, starting_total):
        return self._replace(total=self.total + starting_total)

    def rows(self):
        """(label, figure) as the portals show them (domain.md §2)."""
        return [(label, thousands(number)) for label, number in zip(LABELS, self, strict=True)]


LABELS = (
    "Đang truy cập",
    "Máy chủ tìm kiếm",
    "Khách viếng thăm",
    "Hôm nay",
    "Trong tuần",
    "Tháng hiện tại",
    "Tổng lượt truy cập",
)

READ = f"""
    WITH hit AS (
        SELECT what, visitor, at > statement_timestamp() - %(online)s AS here,
            (at AT TIME ZONE '{HANOI.key}')::date AS day
        FROM stats_hit WHERE what IN ('view', 'robot')
    ), recent AS (
        SELECT count(DISTINCT visitor) FILTER (WHERE here AND what = 'robot') AS engines,
            count(DISTINCT visitor) FILTER (WHERE here AND what = 'view') AS guests
        FROM hit
    ), summed AS (
        SELECT day, views FROM stats_day
        UNION ALL SELECT day, 1 FROM hit WHERE what = 'view'
    )
    SELECT engines + guests, engines, guests, today, week, month, total
    FROM recent, (
        SELECT coalesce(sum(views) FILTER (WHERE day = %(today)s), 0) AS today,
            coalesce(sum(views) FILTER (WHERE day BETWEEN %(week)s AND %(today)s), 0) AS week,
            coalesce(sum(views) FILTER (WHERE day BETWEEN %(month)s AND %(today)s), 0) AS month,
            coalesce(sum(views), 0) AS total
        FROM summed
    ) AS sums
"""  # noqa: S608


def counted_now() -> Figures:
    """What this portal has counted, without a starting total. A week begins on Monday."""
    today = localdate()
    days = {
        "online": ONLINE,
        "today": today,
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
    }
    with connection.cursor() as cursor:
        cursor.execute(READ, days)
        return Figures(*map(int, cursor.fetchone()))
