"""What is kept of accounts is kept for a time, and then it goes."""

from procrastinate.contrib.django import app

from accounts.models import AccountRequest, AddressMark, DataRequest, InvitationList, OneTimeLink


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="prune_accounts", pass_context=False)
def prune_accounts(timestamp: int) -> None:
    """Once a night: links that are over, lists whose slips are long printed."""
    OneTimeLink.objects.over().delete()
    InvitationList.objects.over().delete()
    AccountRequest.objects.over().delete()
    DataRequest.objects.over().delete()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="prune_address_marks", pass_context=False)
def prune_address_marks(timestamp: int) -> None:
    """Each hour, for they are promised to be kept for a day."""
    AddressMark.objects.over().delete()
