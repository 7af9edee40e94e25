"""Networks are counted exactly, and nobody can tell afterwards which they were."""

import threading
from contextlib import closing
from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.timezone import localdate

from core.guard.limits import count
from core.guard.models import COUNTS_KEPT, DailySalt, NetworkCount
from core.guard.networks import network_of
from core.guard.tasks import forget_guard
from tests.factories import ago


def test_the_digest_is_the_days_own(rf, db, monkeypatch):
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    today = network_of(request)
    assert network_of(request) == today
    assert "192" not in today
    tomorrow = localdate() + timedelta(days=1)
    monkeypatch.setattr("core.guard.networks.localdate", lambda: tomorrow)
    assert network_of(request) != today
    assert DailySalt.objects.get().day == tomorrow


def test_the_salts_of_past_days_go_although_nobody_sends_a_form(db):
    DailySalt.objects.create(day=localdate() - timedelta(days=1), salt=b"x")
    forget_guard(0)
    assert not DailySalt.objects.exists()


def test_counts_are_forgotten_in_the_end(db):
    fields = {"form": "letter", "is_proven": True, "count": 2}
    NetworkCount.objects.create(network="a", hour=ago(hours=1), **fields)
    NetworkCount.objects.create(network="b", hour=timezone.now() - COUNTS_KEPT * 2, **fields)
    forget_guard(0)
    assert NetworkCount.objects.get().network == "a"


def test_a_full_hour_says_nothing_of_the_next(db):
    assert count("letter", "a", is_proven=False, most=1)
    assert not count("letter", "a", is_proven=False, most=1)
    NetworkCount.objects.update(hour=ago(hours=1))
    assert count("letter", "a", is_proven=False, most=1)
    assert count("other", "a", is_proven=False, most=1)


def test_forms_at_once_pass_exactly_as_often_as_the_limit_says(transactional_db):
    passed = []
    start = threading.Barrier(20)

    def send():
        with closing(connection):
            start.wait()
            passed.append(count("letter", "a", is_proven=True, most=7))

    threads = [threading.Thread(target=send) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(passed) == [False] * 13 + [True] * 7
    assert NetworkCount.objects.get().count == 7
