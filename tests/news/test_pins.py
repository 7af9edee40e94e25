"""Further categories, pinned and featured articles."""

import pytest
from django.db import connection

from tests.factories import ago, make_article, make_category

pytestmark = pytest.mark.django_db


def titles(response):
    return [article.title for article in response.context["page_obj"]]


def test_an_article_stands_in_its_further_categories_once(client):
    above = make_category("Dân vận")
    below = make_category("Dân vận khéo", parent=above)
    article = make_article("Hai nơi", category=above)
    article.more_categories.add(below, make_category("Văn hóa"))
    make_article("Một nơi", category=below, published_at=ago(days=1))
    assert titles(client.get("/tin-tuc/dan-van/")) == ["Hai nơi", "Một nơi"]
    assert titles(client.get("/tin-tuc/dan-van-kheo/")) == ["Hai nơi", "Một nơi"]
    assert titles(client.get("/tin-tuc/van-hoa/")) == ["Hai nơi"]
    assert "Hai nơi" in client.get("/rss/van-hoa/").content.decode()


def test_a_pinned_one_opens_the_first_page_and_stands_nowhere_else(client):
    for n in range(25):
        make_article(f"Bài {n}", published_at=ago(hours=n))
    make_article("Ghim", published_at=ago(days=9), pinned_until=ago(days=-1))
    for address in ("/tin-tuc/", "/tin-tuc/khoa-giao/"):
        response = client.get(address)
        first, second = titles(response), titles(client.get(f"{address}?trang=2"))
        assert first[:2] == ["Ghim", "Bài 0"]
        assert "Tin ghim" in response.content.decode()
        assert (first + second).count("Ghim") == 1
        assert len(first + second) == 26


def test_of_many_pinned_ones_a_few_stand_first_and_the_others_in_their_places(client):
    for n in range(7):
        make_article(f"Ghim {n}", published_at=ago(days=n + 1), pinned_until=ago(days=-1))
    make_article("Mới", published_at=ago(hours=1))
    shown = titles(client.get("/tin-tuc/"))
    assert shown == [*(f"Ghim {n}" for n in range(5)), "Mới", "Ghim 5", "Ghim 6"]


def test_a_pin_that_is_over_pins_nothing(client):
    make_article("Hết ghim", published_at=ago(days=9), pinned_until=ago(minutes=1))
    make_article("Mới")
    response = client.get("/tin-tuc/")
    assert titles(response) == ["Mới", "Hết ghim"]
    assert "Tin ghim" not in response.content.decode()


def test_a_list_of_pinned_ones_alone_is_not_empty(client):
    make_article("Ghim", pinned_until=ago(days=-1))
    assert titles(client.get("/tin-tuc/")) == ["Ghim"]


@pytest.mark.parametrize("field", ["pinned_until", "featured_until"])
def test_the_end_of_a_pin_is_a_moment_of_the_edition(field):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM core_moment")  # of tests that committed
    end = ago(days=-3)
    make_article(status="draft", **{field: ago(days=-4)})
    make_article(**{field: end})
    with connection.cursor() as cursor:
        cursor.execute("SELECT at FROM core_moment")
        assert cursor.fetchall() == [(end,)]
