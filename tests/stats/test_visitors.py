"""Visitors are told apart for a day; nothing of them is kept."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from core.guard.models import DailySalt
from stats.folding import fold, take_snapshot
from stats.models import Hit
from stats.visitors import salt_of, visitor_of
from tests.factories import ago, make_article
from tests.stats.looks import PHONE, ROBOT

pytestmark = pytest.mark.django_db
ADDRESS = "203.0.113.77"


@pytest.fixture(autouse=True)
def _no_salt_remembered():
    salt_of.cache_clear()
    yield
    salt_of.cache_clear()


def hash_of(rf, address=ADDRESS, agent=PHONE):
    return visitor_of(rf.get("/", headers=agent, REMOTE_ADDR=address))


def test_address_and_browser_make_a_visitor(rf):
    first = hash_of(rf)
    assert hash_of(rf) == first
    assert hash_of(rf, address="203.0.113.78") != first
    assert hash_of(rf, agent=ROBOT) != first


def test_the_secret_key_is_part_of_it(rf, settings):
    first = hash_of(rf)
    settings.SECRET_KEY = "another" * 10
    assert hash_of(rf) != first


def test_two_processes_have_the_same_salt(rf):
    first = hash_of(rf)
    salt_of.cache_clear()
    assert hash_of(rf) == first


def test_at_midnight_here_the_salt_is_thrown_away_and_another_one_made(rf, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
    first = hash_of(rf)
    assert f"{DailySalt.objects.get().day}" == "2026-11-24"
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    fold()
    assert not DailySalt.objects.exists()
    assert hash_of(rf) != first
    assert f"{DailySalt.objects.get().day}" == "2026-11-25"
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
    assert hash_of(rf) != first


def test_nothing_of_the_address_or_the_browser_is_in_any_table(client):
    article = make_article()
    client.get("/", REMOTE_ADDR=ADDRESS, headers=ROBOT)
    client.post(
        "/_/xem/",
        {"noi": f"bai-{article.pk}", "tu": "vi-du.vn"},
        headers=PHONE | {"referer": "https://vi-du.vn/bai/bi-mat?email=an@vi-du.vn"},
        REMOTE_ADDR=ADDRESS,
    )
    assert Hit.objects.count() == 2
    kept = everything()
    fold(kept=ago() - ago())
    take_snapshot()
    for told in (ADDRESS, "Mozilla", "bi-mat", "an@vi-du.vn"):
        assert told not in kept + everything()
    assert "vi-du.vn" in kept


def everything():
    """Every row of the figures, as text."""
    rows = []
    with connection.cursor() as cursor:
        for model in apps.get_app_config("stats").get_models():
            cursor.execute(f"SELECT row::text FROM {model._meta.db_table} AS row")
            rows += [text for (text,) in cursor]
    return "\n".join(rows)
