"""Background work of the figures."""

from procrastinate.contrib.django import app

from stats.models import Hit


@app.periodic(cron="3 * * * *")
@app.task(queueing_lock="take_snapshot", pass_context=False)
def take_snapshot(timestamp: int) -> None:
    """Once an hour the figures on the pages take in what was counted."""
    Hit.objects.take_snapshot()
