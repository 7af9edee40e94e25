"""From hits to the sums of days and to the figures on the pages: nothing lost, nothing twice."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Sum

from core import editions
from documents.models import Document
from news.models import Article
from stats.folding import fold, take_snapshot
from stats.models import Day, DayVisitor, Hit, OriginDay, PageDay
from tests.factories import ago, make_article, make_attachment, make_document
from tests.stats.looks import PHONE, look_at

pytestmark = pytest.mark.django_db
AT_ONCE = timedelta(0)


def add(at=None, **fields):
    """A hit as a beacon would have stored it."""
    told = {"what": "view", "visitor": 1} | fields
    return Hit.objects.create(**told, **({"at": at} if at else {}))


def test_a_view_and_a_download_reach_the_page_with_the_snapshot(client):
    article, paper = make_article(views=10), make_document(downloads=5)
    address = make_attachment(paper).get_absolute_url()
    look_at(client, f"bai-{article.pk}")
    look_at(client, f"van-ban-{paper.pk}")
    look_at(client, f"van-ban-{paper.pk}")
    client.get(address, headers=PHONE)
    take_snapshot(AT_ONCE)
    article.refresh_from_db()
    paper.refresh_from_db()
    assert (article.views, paper.views, paper.downloads) == (11, 2, 6)
    assert not Hit.objects.exists()
    take_snapshot(AT_ONCE)
    article.refresh_from_db()
    assert article.views == 11


def test_hits_stay_for_some_minutes_for_beacons_that_come_again(client):
    add(at=ago(minutes=7))
    add(at=ago(minutes=2))
    fold()
    assert Hit.objects.count() == 1
    assert Day.objects.get().views == 1


def test_a_day_ends_at_midnight_here(client):
    add(at=datetime(2025, 11, 24, 16, 59, 59, tzinfo=UTC))
    add(at=datetime(2025, 11, 24, 17, 0, tzinfo=UTC))
    add(at=datetime(2025, 11, 25, 16, 59, tzinfo=UTC))
    fold()
    assert {f"{d.day}": d.views for d in Day.objects.all()} == {"2025-11-24": 1, "2025-11-25": 2}


def test_a_visitor_counts_once_a_day_however_often_hits_are_folded():
    for day in (2, 1):
        for minutes in (9, 8, 7):
            add(at=ago(days=day, minutes=minutes), visitor=5)
            add(at=ago(days=day, minutes=minutes), visitor=None)
            fold()
    add(at=ago(days=1, minutes=9), visitor=-6)
    fold()
    assert not DayVisitor.objects.exists()
    by_day = dict(Day.objects.values_list("views", "visitors"))
    assert by_day.keys() == {6, 7}


def test_what_told_visitors_apart_goes_with_its_day():
    add(visitor=5)
    fold(AT_ONCE)
    assert DayVisitor.objects.get().visitor == 5
    DayVisitor.objects.update(day=ago(days=1).date())
    fold()
    assert not DayVisitor.objects.exists()


def test_sources_and_search_engines_are_kept_apart():
    for source, name in [("site", "a.vn"), ("site", "a.vn"), ("zalo", ""), ("", "")]:
        add(source=source, name=name)
    add(what="robot", source="robot", name="Google")
    add(what="download", visitor=None)
    fold(AT_ONCE)
    found = {(o.source, o.name): o.number for o in OriginDay.objects.all()}
    assert found == {("site", "a.vn"): 2, ("zalo", ""): 1, ("robot", "Google"): 1}
    day = Day.objects.get()
    assert (day.views, day.downloads, day.robots, day.visitors) == (4, 1, 1, 1)


def test_the_sums_are_exact_whatever_is_folded_and_shown_when():
    chance = random.Random(30_393_569)  # noqa: S311
    articles, papers = [make_article() for _ in range(3)], [make_document() for _ in range(2)]
    pages = [*(("bai", a.pk) for a in articles), *(("van-ban", p.pk) for p in papers), ("", 0)]
    views = dict.fromkeys(pages, 0)
    for _ in range(200):
        page = chance.choice(pages)
        views[page] += 1
        add(thing=page[0], object_id=page[1], at=ago(minutes=chance.randrange(4000)))
        if chance.random() < 0.2:
            chance.choice([fold, take_snapshot])()
    take_snapshot(AT_ONCE)
    assert {("bai", a.pk): a.views for a in Article.objects.all()} | {
        ("van-ban", p.pk): p.views for p in Document.objects.all()
    } | {("", 0): views["", 0]} == views
    assert Day.objects.aggregate(n=Sum("views"))["n"] == 200
    assert PageDay.objects.aggregate(n=Sum("number"))["n"] == 200


@pytest.mark.django_db(transaction=True)
def test_a_fold_that_fails_leaves_every_hit_where_it_was():
    add(at=ago(hours=1))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE stats_day ADD CONSTRAINT broken CHECK (views < 1)")
    try:
        with pytest.raises(Exception, match="broken"):
            fold()
        assert Hit.objects.count() == 1
        assert not PageDay.objects.exists()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE stats_day DROP CONSTRAINT broken")
    fold()
    assert Day.objects.get().views == 1


@pytest.mark.django_db(transaction=True)
def test_counting_raises_no_edition_and_a_snapshot_raises_it_once(client):
    article = make_article()
    before = editions.current()
    look_at(client, f"bai-{article.pk}")
    fold(AT_ONCE)
    assert editions.current() == before
    take_snapshot()
    after = editions.current()
    assert int(after.split(".")[1]) == int(before.split(".")[1]) + 1
    assert Article.objects.get().version == article.version
    take_snapshot()
    assert editions.current() == after


def test_a_snapshot_leaves_what_is_searched_alone():
    paper = make_document("Kế hoạch")
    Hit.objects.count_one("view", paper)
    before = searched()
    assert before
    take_snapshot(AT_ONCE)
    assert searched() == before
    assert Document.objects.get().views == 1


def searched():
    with connection.cursor() as cursor:
        cursor.execute("SELECT ctid::text FROM search_entry")
        return cursor.fetchall()
