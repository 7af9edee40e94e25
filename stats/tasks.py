"""Background work of the figures."""

from django.db import transaction
from procrastinate.contrib.django import app

from stats import folding
from stats.ratings.models import Figure


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="fold_hits", pass_context=False)
def fold_hits(timestamp: int) -> None:
    """Keep the hits few, and forget at midnight what told the day's visitors apart."""
    folding.fold()


@app.periodic(cron="3 * * * *")
@app.task(queueing_lock="take_snapshot", pass_context=False)
def take_snapshot(timestamp: int) -> None:
    """Once an hour the figures on the pages take in what was counted."""
    with transaction.atomic():  # the edition rises once
        folding.take_snapshot()
        Figure.objects.take_snapshot()
