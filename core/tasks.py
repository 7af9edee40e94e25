"""Background work of the core."""

import logging

from procrastinate.contrib.django import app

from core import editions, wastebin
from core.autosave import Autosave, Presence

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="fold_editions", pass_context=False)
def fold_editions(timestamp: int) -> None:
    """Keep the number of marks that each page counts small."""
    editions.fold()


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="prune_typed", pass_context=False)
def prune_typed(timestamp: int) -> None:
    """Once a night forget who had what open, and texts that nobody came back for."""
    Presence.objects.gone().delete()
    Autosave.objects.forgotten().delete()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context, timestamp: int) -> None:
    """Give the jobs of a killed worker to a living one.

    Procrastinate leaves such a job in `doing`; a worker that is alive sends a heartbeat, so a
    job whose worker has sent none for a while is nobody's.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        logger.warning("Job %s (%s) was left by its worker; retried", job.id, job.task_name)
        await manager.retry_job(job)


@app.periodic(cron="17 2 * * *")
@app.task(queueing_lock="empty_bin", pass_context=False)
def empty_bin(timestamp: int) -> None:
    """Throw away the drafts whose time in the bin is over."""
    wastebin.empty()
