"""What is kept of accounts is kept for a time, and then it goes."""

from procrastinate.contrib.django import app

from accounts.models import InvitationList, OneTimeLink


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="prune_accounts", pass_context=False)
def prune_accounts(timestamp: int) -> None:
    """Once a night: links that are over, lists whose slips are long printed."""
    OneTimeLink.objects.over().delete()
    InvitationList.objects.over().delete()
