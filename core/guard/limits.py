"""How many forms a network may send within an hour of the clock."""

from dataclasses import dataclass

from django.db import connection

# One statement, so that two forms at once are two; no row comes back where the hour is full.
COUNT = """
    INSERT INTO guard_networkcount AS known (form, network, hour, is_proven, count)
    VALUES (%s, %s, date_trunc('hour', statement_timestamp()), %s, 1)
    ON CONFLICT (form, network, hour, is_proven) DO UPDATE SET count = known.count + 1
    WHERE known.count < %s
    RETURNING count
"""


@dataclass(frozen=True)
class Limits:
    """Forms within an hour from a network (a /24, or /48 of IPv6). Telephones of a whole province
    may share one, so `proven` is for hundreds; `plain` is for those without JavaScript, and for
    scripts that do no work."""

    proven: int = 1000
    plain: int = 10

    def of(self, *, is_proven):
        return self.proven if is_proven else self.plain


def count(form, network, *, is_proven, most):
    """Count a form; False, and nothing is counted, where the network has sent `most`.

    The count is that of the transaction: one that is rolled back was not sent.
    """
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [form, network, is_proven, most])
        return cursor.fetchone() is not None
