"""`Đọc nhiều`: what was read much up to the last snapshot, through the public door."""

import pytest
from django.utils.timezone import localdate, timedelta

from news.models import Article
from stats.folding import take_snapshot
from stats.models import MostRead, PageDay
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def read(article, number, days_ago=0):
    PageDay.objects.create(
        day=localdate() - timedelta(days=days_ago),
        what="view",
        thing="bai",
        object_id=article.pk,
        number=number,
        shown=number,
    )


def titles():
    return {label: [a.title for a in articles] for label, articles in MostRead.objects.lists(5)}


def test_each_period_has_its_own_order():
    today, week, month, former = [make_article(name) for name in ("Một", "Hai", "Ba", "Bốn")]
    read(today, 3)
    read(week, 5, days_ago=6)
    read(week, 1)
    read(month, 9, days_ago=29)
    read(former, 99, days_ago=30)
    take_snapshot()
    assert titles() == {
        "Hôm nay": ["Một", "Hai"],
        "7 ngày qua": ["Hai", "Một"],
        "30 ngày qua": ["Ba", "Hai", "Một"],
    }


@pytest.mark.django_db(transaction=True)
def test_home_category_and_article_show_it_and_an_empty_one_vanishes(client):
    article = make_article("Bài được đọc nhiều")
    pages = ["/", "/tin-tuc/", article.category.get_absolute_url(), article.get_absolute_url()]
    for page in pages:
        assert "Đọc nhiều" not in client.get(page).content.decode()
    read(article, 3)
    take_snapshot()
    for page in pages:
        body = client.get(page).content.decode()
        assert "Đọc nhiều</h2>" in body
        assert '<summary class="most-read__label">Hôm nay</summary>' in body


def test_what_was_taken_down_leaves_at_once():
    first, second = make_article("Gỡ rồi"), make_article("Còn đó")
    read(first, 9)
    read(second, 1)
    take_snapshot()
    Article.objects.filter(pk=first.pk).update(status="withdrawn")
    assert titles()["Hôm nay"] == ["Còn đó"]
    Article.objects.filter(pk=second.pk).update(status="withdrawn")
    assert titles() == {}


def test_views_between_two_snapshots_change_nothing():
    article = make_article("Một")
    take_snapshot()
    read(article, 3)
    assert titles() == {}


def test_it_costs_one_query(django_assert_num_queries):
    for number in range(8):
        read(make_article(), number + 1)
    take_snapshot()
    with django_assert_num_queries(1):
        assert [len(articles) for _, articles in MostRead.objects.lists(5)] == [5, 5, 5]
