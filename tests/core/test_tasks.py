"""Background work on the same PostgreSQL."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from core.tasks import fold_editions, retry_stalled
from tests.factories import make_article
from tests.fixtures import forget_leftovers

DEAD = """
    WITH worker AS (
        INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')
        RETURNING id
    )
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM worker)
"""


@pytest.fixture
def queue(transactional_db):
    """An empty queue; it is left as empty."""
    forget_leftovers()


def run(task, **arguments):
    """Run a task that asks for its context, as a worker does.

    In a thread: the browser of other tests keeps an event loop in this one.
    """

    async def work():
        worker_app = app.with_connector(app.connector.get_worker_connector())
        async with worker_app.open_async():
            await task.func(SimpleNamespace(app=worker_app), **arguments)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work()).result()


def test_a_job_deferred_in_a_transaction_vanishes_with_its_rollback(queue):
    with transaction.atomic():
        fold_editions.defer(timestamp=0)
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()
    with transaction.atomic():
        fold_editions.defer(timestamp=0)
    assert ProcrastinateJob.objects.get().status == "todo"


def test_the_job_of_a_killed_worker_is_given_to_a_living_one(queue):
    fold_editions.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(DEAD)
    run(retry_stalled, timestamp=0)
    assert ProcrastinateJob.objects.get().status == "todo"


def test_a_job_at_work_is_left_alone(queue):
    fold_editions.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(DEAD.replace("- interval '1 hour'", ""))
    run(retry_stalled, timestamp=0)
    assert ProcrastinateJob.objects.get().status == "doing"


def test_folding_empties_the_marks(transactional_db):
    make_article()
    fold_editions.func(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_edition_mark")
        assert cursor.fetchone() == (0,)
