"""Background work of the accounts."""

from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.second_factor.models import Authenticator, RememberedDevice
from accounts.sessions.models import Session


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_sign_ins", pass_context=False)
def forget_sign_ins(timestamp: int) -> None:
    """Once a night forget sessions that are over, and from where wrong passwords came that
    count no more."""
    Session.objects.over().delete()
    RememberedDevice.objects.exclude(pk__in=RememberedDevice.objects.lasting()).delete()
    Authenticator.objects.filter(person=None).delete()
    AccessAttempt.objects.filter(
        attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME
    ).delete()
