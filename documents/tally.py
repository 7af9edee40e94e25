"""How many papers there are of each kind, issuer, field and month: read, not counted.

`documents/sql/tally.sql` keeps the figures with every write; see docs/decisions.md.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

READ = """
SELECT dimension, value, sum(amount)::bigint FROM documents_tally
WHERE at <= statement_timestamp() AND audience = ANY(%s) AND ({wishes})
GROUP BY dimension, value HAVING sum(amount) > 0
"""
WISH = "(dimension = %s AND given = %s AND given_value BETWEEN %s AND %s)"


@dataclass(frozen=True)
class Given:
    """Papers of one kind, issuer or field, or of the months from `low` to `high`; all unless
    told otherwise."""

    dimension: str = ""
    low: int = 0
    high: int = 0

    @classmethod
    def one(cls, dimension, pk):
        return cls(dimension, pk, pk)

    @classmethod
    def year(cls, year):
        return cls("month", year * 100 + 1, year * 100 + 12)


def figures(wishes, viewer):
    """{dimension: {value: number of papers}} for {dimension: Given}; the values are ids, and
    those of months 202508."""
    arguments = [audiences(viewer)]
    for dimension, given in wishes.items():
        arguments += [dimension, given.dimension, given.low, given.high]
    sql = READ.format(wishes=" OR ".join([WISH] * len(wishes)))
    found = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)
        for dimension, value, number in cursor:
            found[dimension][value] = number
    return found


def audiences(viewer):
    """Whose papers this viewer sees, as `DocumentQuerySet.visible_to` does."""
    allowed = viewer.has_perm("documents.view_members_documents")
    return ["public", "members"] if allowed else ["public"]


def fold():
    """Make one line of each figure; the ledger grows with every write."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT documents_fold_tally()")
