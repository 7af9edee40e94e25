"""Background work on papers."""

from django.conf import settings
from procrastinate.contrib.django import app

from documents import tally
from documents.alerts import letters, limits, sending
from documents.citations.reading import read_batch
from documents.models import Subscription

BATCHES = 20  # of one job, so that an import of a million pages leaves room for other jobs


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="read_citations", pass_context=False)
def read_citations(timestamp: int) -> None:
    """Look for citations in the pages that changed."""
    for _ in range(BATCHES):
        if not read_batch():
            return


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="fold_tally", pass_context=False)
def fold_tally(timestamp: int) -> None:
    """Keep the number of lines that each list sums up small."""
    tally.fold()


@app.task(pass_context=False)
def mail_confirmation(subscription_id: int) -> None:
    """Ask the address whether it is its person who asked."""
    for subscription in Subscription.objects.filter(pk=subscription_id, confirmed_at=None):
        letters.confirmation(subscription).send()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="send_alerts", pass_context=False)
def send_alerts(timestamp: int) -> None:
    """Write to those who asked to hear of new papers and of changes."""
    if settings.EMAIL_HOST:
        sending.send_due()


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="forget_wishes", pass_context=False)
def forget_wishes(timestamp: int) -> None:
    """Delete the addresses that nobody confirmed, and what limits their number."""
    Subscription.objects.over().delete()
    limits.forget()
