"""Background work of the figures."""

from django.db import transaction
from procrastinate.contrib.django import app

from stats.models import Hit
from stats.ratings.models import Figure


@app.periodic(cron="3 * * * *")
@app.task(queueing_lock="take_snapshot", pass_context=False)
def take_snapshot(timestamp: int) -> None:
    """Once an hour the figures on the pages take in what was counted."""
    with transaction.atomic():  # the edition rises once
        Hit.objects.take_snapshot()
        Figure.objects.take_snapshot()
