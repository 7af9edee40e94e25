"""Stars: one rating a visitor, live on the form's own page, on the article's page once an hour."""

import threading
from contextlib import closing

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from core import editions
from core.guard.limits import Limits
from news import structured
from news.models import Article
from stats.ratings.forms import RatingForm
from stats.ratings.models import Figure, Rating
from stats.tasks import take_snapshot
from tests.factories import ago, make_article

pytestmark = pytest.mark.django_db

WORDS = "Tổng số điểm của bài viết là: {} trong {} đánh giá"


@pytest.fixture
def article():
    return make_article("Giao ban tháng 11")


@pytest.fixture
def wide(monkeypatch):
    monkeypatch.setattr(RatingForm, "guard_limits", Limits(proven=1000, plain=1000))


def form_of(article):
    return f"/_/danh-gia/{article.pk}/"


def rate(client, article, score):
    """As a browser does: it opens the form, which gives it a token, and sends it."""
    client.get(form_of(article))
    return client.post(form_of(article), {"score": score}, follow=True)


def test_the_public_page_says_what_the_last_snapshot_knew_and_sets_no_cookie(client, article):
    page = client.get(article.get_absolute_url())
    assert WORDS.format(0, 0) in page.content.decode()
    assert "Click để đánh giá bài viết" in page.content.decode()
    assert form_of(article) in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert not page.cookies


def test_a_rating_shows_at_once_on_its_own_page_and_on_the_articles_with_the_snapshot(
    client, article
):
    answer = rate(client, article, 4)
    assert WORDS.format(4, 1) in answer.content.decode()
    assert "đã chấm bài viết này 4 sao" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert WORDS.format(0, 0) in Client().get(article.get_absolute_url()).content.decode()
    take_snapshot(timestamp=0)
    assert WORDS.format(4, 1) in Client().get(article.get_absolute_url()).content.decode()


def test_the_fragment_holds_the_form_and_the_figures_of_this_moment(client, article):
    rate(client, article, 5)
    answer = client.get(form_of(article), headers={"X-Part": "1"})
    assert "<html" not in answer.content.decode()
    assert WORDS.format(5, 1) in answer.content.decode()
    assert f'action="{form_of(article)}"' in answer.content.decode()


def test_a_visitor_has_one_rating_and_may_change_it(client, article):
    rate(client, article, 2)
    client.post(form_of(article), {"score": 2})
    answer = rate(client, article, 5)
    assert WORDS.format(5, 1) in answer.content.decode()
    rate(Client(), article, 1)
    assert sorted(Rating.objects.values_list("score", flat=True)) == [1, 5]


def test_the_keys_of_two_articles_have_nothing_in_common(client, article):
    rate(client, article, 3)
    rate(client, make_article(), 3)
    assert Rating.objects.values("visitor").distinct().count() == 2


@pytest.mark.parametrize("score", ["", "0", "6", "nhiều"])
def test_nonsense_is_refused_and_the_form_comes_back(client, article, score):
    answer = rate(client, article, score)
    assert answer.status_code == 200
    assert "field__error" in answer.content.decode()
    assert not Rating.objects.exists()


def test_a_browser_without_cookies_is_told_so(article):
    answer = Client().post(form_of(article), {"score": 5})
    assert "chưa nhận cookie" in answer.content.decode()
    assert not Rating.objects.exists()


def test_cleared_cookies_reach_the_limit_of_those_without_a_proof(article):
    answers = [rate(Client(), article, 1) for _ in range(8)]
    assert Rating.objects.count() == RatingForm.guard_limits.plain == 5
    assert "gửi quá nhiều" in answers[-1].content.decode()
    assert "checked" in answers[-1].content.decode()


def test_nothing_is_rated_by_looking(client, article):
    client.get(form_of(article), {"score": 5})
    assert client.put(form_of(article)).status_code == 405
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "draft", "published_at": None}, 404),
        ({"published_at": ago(days=-1)}, 404),
        ({"expires_at": ago(minutes=1)}, 410),
        ({"status": "withdrawn"}, 410),
    ],
)
def test_what_is_not_public_cannot_be_rated(client, fields, status):
    hidden = make_article("Chuyện kín", **fields)
    for answer in (client.get(form_of(hidden)), client.post(form_of(hidden), {"score": 5})):
        assert answer.status_code == status
        assert "Chuyện kín" not in answer.content.decode()
    assert not Rating.objects.exists()


def test_search_engines_hear_of_ratings_only_where_there_are_some(client, article):
    assert "aggregateRating" not in structured.news_article(article)
    for score in (5, 4, 4):
        rate(Client(), article, score)
    Figure.objects.take_snapshot()
    assert structured.news_article(Article.objects.get())["aggregateRating"] == {
        "@type": "AggregateRating",
        "ratingValue": 4.3,
        "ratingCount": 3,
        "worstRating": 1,
        "bestRating": 5,
    }


def test_the_database_holds_one_a_visitor_and_the_scale(article):
    Rating.objects.create(article=article, visitor="a", score=5)
    for fields in ({"visitor": "a", "score": 5}, {"visitor": "b", "score": 6}, {"score": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Rating.objects.create(article=article, **fields)


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_raises_the_edition_once_and_only_for_what_changed(client, article, wide):
    before = editions.current()
    for other in (article, make_article()):
        rate(client, other, 4)
    after_writing = editions.current()
    take_snapshot(timestamp=0)
    counted = editions.current()
    take_snapshot(timestamp=0)
    assert int(after_writing.split(".")[1]) == int(before.split(".")[1]) + 1  # the other article
    assert int(counted.split(".")[1]) == int(after_writing.split(".")[1]) + 1
    assert editions.current() == counted


@pytest.mark.django_db(transaction=True)
def test_twenty_visitors_who_press_twice_at_once_are_twenty_ratings(article, wide):
    start = threading.Barrier(8)

    def visit(number):
        with closing(connection):
            start.wait(20)
            Rating.objects.rate(article, f"khach-{number % 20}", number % 5 + 1)

    for first in range(0, 40, 8):
        threads = [threading.Thread(target=visit, args=[first + step]) for step in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert Rating.objects.count() == 20
    assert Rating.objects.figure_of(article).count == 20
