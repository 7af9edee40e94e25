"""Background work: letters, and forgetting who wrote."""

from datetime import timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from feedback import letters
from feedback.models import Asker, Opinion, PageReport


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="tell_askers", pass_context=False)
def tell_askers(timestamp: int) -> None:
    if settings.EMAIL_HOST:
        letters.tell_askers()


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="tell_moderators", pass_context=False)
def tell_moderators(timestamp: int) -> None:
    if settings.EMAIL_HOST:
        letters.tell_moderators(timedelta(hours=1))


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="forget_contacts", pass_context=False)
def forget_contacts(timestamp: int) -> None:
    """Once a night: who wrote CONTACT_DAYS ago is nobody any more; what they said stays."""
    Asker.objects.over().delete()
    Opinion.objects.with_old_contacts().update(contact="")
    PageReport.objects.with_old_contacts().update(contact="")
