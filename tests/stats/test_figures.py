"""`Thống kê` in the footer, and the same figures of this moment."""

from datetime import datetime

import pytest
from django.utils import timezone

from core.vietnamese import HANOI
from stats import live
from stats.figures import counted_now
from stats.folding import take_snapshot
from stats.models import Day, Hit, VisitSummary
from tests.factories import ago
from tests.stats.looks import ROBOT, look_at

pytestmark = pytest.mark.django_db
LABELS = [
    "Đang truy cập",
    "Máy chủ tìm kiếm",
    "Khách viếng thăm",
    "Hôm nay",
    "Trong tuần",
    "Tháng hiện tại",
    "Tổng lượt truy cập",
]


@pytest.fixture(autouse=True)
def _nothing_remembered():
    live.memo.forget()


def at(monkeypatch, *moment):
    """Let it be this time here."""
    now = datetime(*moment, tzinfo=HANOI)
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


def add_days(**views):
    Day.objects.bulk_create(
        Day(day=f"2026-{day[1:3]}-{day[3:]}", views=n) for day, n in views.items()
    )


def test_every_label_stands_in_the_footer_with_the_last_snapshot(client):
    assert "Thống kê" not in client.get("/quyen-rieng-tu/").content.decode()
    add_days(d0101=1846)
    take_snapshot()
    page = client.get("/quyen-rieng-tu/").content.decode()
    for label in LABELS:
        assert f"<dt>{label}</dt>" in page
    assert '<dd class="visits__number">1.846</dd>' in page
    look_at(client)
    assert client.get("/quyen-rieng-tu/").content.decode() == page


def test_who_is_here_is_counted_by_the_last_minutes_and_robots_apart(client):
    for visitor, minutes in [(1, 0), (1, 2), (2, 4), (3, 6)]:
        Hit.objects.create(what="view", visitor=visitor, at=ago(minutes=minutes))
    client.get("/quyen-rieng-tu/", headers=ROBOT)
    figures = counted_now()
    assert (figures.online, figures.engines, figures.guests) == (3, 1, 2)
    assert figures.today <= figures.total == 4


def test_today_week_and_month_are_those_of_the_calendar_here(monkeypatch):
    add_days(d1031=1000, d1101=100, d1122=20, d1123=5, d1124=3)
    at(monkeypatch, 2026, 11, 24, 0, 0, 1)  # a Tuesday
    figures = counted_now()
    assert (figures.today, figures.week, figures.month, figures.total) == (3, 8, 128, 1128)
    at(monkeypatch, 2026, 11, 23, 23, 59)
    assert (counted_now().today, counted_now().week) == (5, 5)
    at(monkeypatch, 2026, 12, 1, 0, 0)
    assert counted_now()[3:] == (0, 0, 0, 1128)


def test_a_week_may_begin_in_the_month_before(monkeypatch):
    add_days(d1130=7, d1201=2)
    at(monkeypatch, 2026, 12, 2, 9)
    assert counted_now()[3:6] == (0, 9, 2)


def test_hits_that_no_sum_has_yet_are_counted(client):
    look_at(client)
    assert counted_now()[3:] == (1, 1, 1, 1)
    take_snapshot()
    look_at(client)
    assert counted_now().total == 2


def test_a_site_that_moved_brings_its_total(client):
    look_at(client)
    take_snapshot()
    VisitSummary.objects.update(starting_total=30_393_569)
    assert "30.393.570" in client.get("/quyen-rieng-tu/").content.decode()
    assert "30.393.570" in client.get("/_/thong-ke/").content.decode()
    take_snapshot()
    assert VisitSummary.load().figures.total == 30_393_570


def test_the_figures_of_this_moment_are_never_cached_and_reckoned_once(
    client, django_assert_num_queries
):
    response = client.get("/_/thong-ke/")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert [label in response.content.decode() for label in LABELS] == [True] * 7
    with django_assert_num_queries(1):
        client.get("/_/thong-ke/")


@pytest.mark.django_db(transaction=True)
def test_a_page_shows_a_new_total_in_the_next_request(client):
    take_snapshot()
    client.get("/quyen-rieng-tu/")
    VisitSummary.objects.update(starting_total=777_000)
    assert "777.000" in client.get("/quyen-rieng-tu/").content.decode()
