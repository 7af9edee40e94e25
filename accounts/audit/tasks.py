"""The log is kept for a time."""

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app


def forget():
    """How many entries older than AUDIT_MONTHS went; the database's function does it all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_forget(now() - make_interval(months => %s))", [settings.AUDIT_MONTHS]
        )
        return cursor.fetchone()[0]


@app.periodic(cron="47 3 1 * *")
@app.task(queueing_lock="forget_audit", pass_context=False)
def forget_audit(timestamp: int) -> None:
    """Once a month."""
    forget()
