"""Running stories: their list, their pages, their feed, their box on an article's page."""

import pytest

from core import editions
from tests.factories import ago, make_article, make_topic

pytestmark = pytest.mark.django_db


def test_the_one_with_the_latest_news_stands_first(client):
    old, new = make_topic("Bầu cử"), make_topic("Ứng phó mưa lũ")
    make_article(topic=new, published_at=ago(days=9))
    make_article(topic=old, published_at=ago(days=5))
    make_article(topic=new, published_at=ago(days=1))
    found = list(client.get("/dong-su-kien/").context["page_obj"])
    assert found == [new, old]
    assert found[0].first < found[0].latest


def test_its_page_goes_from_the_newest_back(client):
    topic = make_topic(description="Thông tin, cứu trợ.")
    for days in (3, 1, 2):
        make_article(f"Cách đây {days} ngày", topic=topic, published_at=ago(days=days))
    make_article("Chuyện khác")
    response = client.get(topic.get_absolute_url())
    titles = [article.title for article in response.context["page_obj"]]
    assert titles == ["Cách đây 1 ngày", "Cách đây 2 ngày", "Cách đây 3 ngày"]
    assert "Thông tin, cứu trợ." in response.content.decode()
    assert client.get("/dong-su-kien/khong-co/").status_code == 404


def test_its_feed_has_its_own_alone(client, settings):
    topic = make_topic()
    inside, outside = make_article(topic=topic), make_article()
    text = client.get("/rss/dong-su-kien/ung-pho-mua-lu/").content.decode()
    assert settings.SITE_URL + inside.get_absolute_url() in text
    assert outside.title not in text


def test_an_article_shows_the_newest_others_of_its_topic(client):
    topic = make_topic()
    article = make_article(topic=topic, published_at=ago(days=9))
    others = [make_article(topic=topic, published_at=ago(hours=n)) for n in range(1, 7)]
    response = client.get(article.get_absolute_url())
    assert list(response.context["of_topic"]) == others[:4]
    assert topic.get_absolute_url() in response.content.decode()
    alone = make_article()
    assert client.get(alone.get_absolute_url()).context["of_topic"] == []


@pytest.mark.parametrize("count", [3, 60])
def test_its_page_and_the_list_take_eight_queries(client, django_assert_max_num_queries, count):
    for n in range(count):
        make_article(topic=make_topic(f"Sự kiện {n}"))
        make_article(topic_id=make_article(topic=make_topic(f"Chuyện {n}")).topic_id)
    for address in ("/dong-su-kien/", "/dong-su-kien/chuyen-1/"):
        with django_assert_max_num_queries(8):
            client.get(address)


@pytest.mark.django_db(transaction=True)
def test_only_one_of_public_articles_raises_the_edition():
    topic = make_topic()
    draft = make_article(topic=topic, status="draft")
    before = editions.current()
    topic.description = "Chưa ai thấy"
    topic.save()
    assert editions.current() == before
    make_article(topic=topic, category=draft.category)
    before = editions.current()
    topic.description = "Ai cũng thấy"
    topic.save()
    assert editions.current() != before
