"""What the guard forgets."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from core.guard.models import COUNTS_KEPT, NetworkCount, SpentProof
from core.guard.networks import forget_salts

AFTER = timedelta(hours=1)  # clocks of two machines differ


@app.periodic(cron="1 * * * *")
@app.task(queueing_lock="forget_guard", pass_context=False)
def forget_guard(timestamp: int) -> None:
    """Proofs that are over anyway, the salts of past days, and old counts."""
    now = timezone.now()
    SpentProof.objects.filter(expires_at__lt=now - AFTER).delete()
    NetworkCount.objects.filter(hour__lt=now - COUNTS_KEPT).delete()
    forget_salts()
