"""What is kept of accounts is kept for a time, and then it goes."""

from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.models import (
    AccountRequest,
    AddressMark,
    Authenticator,
    DataRequest,
    InvitationList,
    KeptForm,
    OneTimeLink,
    RememberedDevice,
    Session,
    UploadDay,
)


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="prune_accounts", pass_context=False)
def prune_accounts(timestamp: int) -> None:
    """Once a night: links that are over, lists whose slips are long printed."""
    OneTimeLink.objects.over().delete()
    InvitationList.objects.over().delete()
    AccountRequest.objects.over().delete()
    DataRequest.objects.over().delete()
    KeptForm.objects.over().delete()
    UploadDay.objects.over().delete()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="prune_address_marks", pass_context=False)
def prune_address_marks(timestamp: int) -> None:
    """Each hour, for they are promised to be kept for a day."""
    AddressMark.objects.over().delete()


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="forget_sign_ins", pass_context=False)
def forget_sign_ins(timestamp: int) -> None:
    """Once a night forget what was in sessions that are over, and from where wrong passwords came
    that count no more."""
    Session.objects.forget()
    RememberedDevice.objects.exclude(pk__in=RememberedDevice.objects.lasting()).delete()
    Authenticator.objects.filter(person=None).delete()
    if settings.SECRET_KEY_FALLBACKS:
        Authenticator.objects.seal_anew()
    AccessAttempt.objects.filter(
        attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME
    ).delete()
