"""News, a category, a tag, the archive."""

import pytest

from news.models import Article
from tests.factories import ago, make_article, make_category

pytestmark = pytest.mark.django_db


def titles(response):
    return [article.title for article in response.context["page_obj"]]


def test_the_newest_stands_first(client):
    make_article("Cũ", published_at=ago(days=2))
    make_article("Mới", published_at=ago(hours=1))
    assert titles(client.get("/tin-tuc/")) == ["Mới", "Cũ"]


def test_a_category_has_its_own_and_its_subcategories_articles(client):
    news = make_category("Tin tức hoạt động")
    board = make_category("Hoạt động của Ban", parent=news)
    make_article("Ở trên", category=news)
    make_article("Ở dưới", category=board)
    make_article("Ở ngoài", category=make_category("Dân vận"))
    assert set(titles(client.get("/tin-tuc/tin-tuc-hoat-dong/"))) == {"Ở trên", "Ở dưới"}
    below = client.get("/tin-tuc/hoat-dong-cua-ban/")
    assert titles(below) == ["Ở dưới"]
    assert ("Tin tức hoạt động", "/tin-tuc/tin-tuc-hoat-dong/") in below.context["breadcrumbs"]


def test_a_tag_lists_its_articles(client):
    make_article("Có", tags=["giao ban"])
    make_article("Không có")
    assert titles(client.get("/the/giao-ban/")) == ["Có"]


def test_the_archive_counts_by_the_month_of_the_calendar_here(client):
    make_article("Đêm giao thừa", published_at="2025-12-31T23:30:00+07:00")
    make_article("Sáng mồng một", published_at="2026-01-01T06:00:00+07:00")
    years = client.get("/luu-tru/").context["years"]()
    assert [(m.year, m.month, m.count) for _, months in years for m in months] == [
        (2026, 1, 1),
        (2025, 12, 1),
    ]
    assert titles(client.get("/luu-tru/2025/12/")) == ["Đêm giao thừa"]
    assert titles(client.get("/luu-tru/2026/1/")) == ["Sáng mồng một"]


@pytest.mark.parametrize("address", ["/luu-tru/2026/13/", "/luu-tru/0/1/", "/luu-tru/2001/5/"])
def test_a_month_without_articles_or_that_is_none_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_pages_lead_on_and_back(client):
    for _ in range(45):
        make_article()
    second = client.get("/tin-tuc/?trang=2")
    assert len(titles(second)) == 20
    assert second.context["page_obj"].previous_url == "/tin-tuc/"
    assert second.context["page_obj"].next_url == "/tin-tuc/?trang=3"
    assert len(titles(client.get("/tin-tuc/?trang=3"))) == 5


@pytest.mark.parametrize("number", ["0", "4", "last", "-1", "x", "1e3", "٣", "9" * 40])
def test_a_page_that_is_none_is_not_found(client, number):
    make_article()
    assert client.get(f"/tin-tuc/?trang={number}").status_code == 404


@pytest.mark.parametrize("count", [100, 10_000])
def test_a_list_takes_ten_queries_however_long(client, django_assert_max_num_queries, count):
    category = make_category()
    rows = [
        Article(
            title=f"Bài {n}",
            slug=f"bai-{n}",
            category=category,
            status="published",
            published_at=ago(minutes=n),
        )
        for n in range(count)
    ]
    Article.objects.bulk_create(rows)
    for address in ("/tin-tuc/", "/tin-tuc/khoa-giao/?trang=3", "/luu-tru/"):
        with django_assert_max_num_queries(10):
            assert client.get(address).status_code == 200


def test_the_feed_has_absolute_addresses_and_the_newest_first(client, settings):
    make_article("Cũ", published_at=ago(days=2))
    newest = make_article("Mới & nóng", published_at=ago(hours=1))
    text = client.get("/rss/").content.decode()
    assert text.index("Mới &amp; nóng") < text.index("Cũ")
    assert settings.SITE_URL + newest.get_absolute_url() in text
    assert "Mới" in client.get("/rss/khoa-giao/").content.decode()
    assert client.get("/rss/khong-co/").status_code == 404


def test_the_feed_is_the_same_under_any_host_name(client, settings):
    make_article()
    settings.ALLOWED_HOSTS = ["*"]
    assert (
        client.get("/rss/").content == client.get("/rss/", headers={"host": "cu.example"}).content
    )
