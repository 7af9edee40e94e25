"""An article's page."""

import base64
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories import ago, make_article, make_category

pytestmark = pytest.mark.django_db


def page(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def test_it_shows_what_the_boards_pages_show(client):
    article = make_article(
        "Ký kết chương trình phối hợp",
        author="Trần Kim Sơn",
        photographer="Trần Kim Sơn",
        source="Báo Hà Nam",
        source_url="https://baohanam.example/bai",
        views=1407,
        tags=["phối hợp"],
    )
    text = page(client, article)
    for label in (
        "<h1",
        "Ký kết chương trình phối hợp",
        "Lượt xem: 1.407",
        "Bài, ảnh: ",
        "Trần Kim Sơn",
        "Nguồn: ",
        "https://baohanam.example/bai",
        "/the/phoi-hop/",
        "Toàn văn của bài viết.",
    ):
        assert label in text


def test_newer_and_older_articles_of_the_category_stand_nearest_first(client):
    category = make_category("Dân vận")
    articles = [
        make_article(f"Bài số {n}", category=category, published_at=ago(hours=n))
        for n in range(1, 8)
    ]
    make_article("Bài ở nơi khác")
    context = client.get(articles[3].get_absolute_url()).context
    assert [a.title for a in context["newer"]] == ["Bài số 3", "Bài số 2", "Bài số 1"]
    assert [a.title for a in context["older"]] == ["Bài số 5", "Bài số 6", "Bài số 7"]


def test_the_latest_of_all_stand_beside_it(client):
    article = make_article(published_at=ago(days=9))
    for n in range(7):
        make_article(f"Mới {n}", category=make_category(f"Mục {n % 2}"), published_at=ago(hours=n))
    column = client.get(article.get_absolute_url()).context["side_column"]
    (latest,) = [block.rows for block in column if block.name == "latest"]
    assert [a.title for a in latest] == ["Mới 0", "Mới 1", "Mới 2", "Mới 3", "Mới 4"]


def test_articles_of_the_same_minute_are_neighbours_too(client):
    at = ago(hours=2)
    first, second, third = (make_article(published_at=at) for _ in range(3))
    context = client.get(second.get_absolute_url()).context
    assert context["newer"] == [third]
    assert context["older"] == [first]


def test_related_articles_share_tags_first_and_its_category_then(client):
    article = make_article("Bài này", tags=["giao ban", "khoa giáo"])
    both = make_article("Hai từ khóa", tags=["giao ban", "khoa giáo"], category=make_category("Xa"))
    one = make_article("Một từ khóa", tags=["giao ban"], category=make_category("Xa"))
    neighbour = make_article("Cùng chuyên mục", published_at=ago(days=1))
    make_article("Không liên quan", category=make_category("Xa"))
    related = client.get(article.get_absolute_url()).context["related"]
    assert list(related) == [both, one, neighbour]


def test_related_ones_that_an_editor_chose_stand_first(client):
    article = make_article("Bài này", tags=["giao ban"])
    shared = make_article("Cùng từ khóa", tags=["giao ban"], category=make_category("Xa"))
    chosen = make_article("Chọn tay", category=make_category("Xa"), published_at=ago(days=99))
    hidden = make_article("Đã gỡ", status="withdrawn")
    article.related_by_hand.add(chosen, hidden, article)
    related = client.get(article.get_absolute_url()).context["related"]
    assert list(related) == [chosen, shared]


def test_a_text_in_another_language_says_so(client):
    article = make_article("Hải kéo tẩu slao", language="tyz")
    text = page(client, article)
    assert '<h1 class="page-head__title" data-aloud lang="tyz">' in text
    assert '<div class="prose" data-aloud lang="tyz">' in text
    assert '"inLanguage": "tyz"' in text
    listed = client.get("/tin-tuc/").content.decode()
    assert '<a class="story__link" lang="tyz"' in listed
    assert "<news:language>tyz<" in client.get("/sitemap-tin-moi.xml").content.decode()
    assert ' lang="vi"' not in page(client, make_article()).split("<main")[1]


def test_an_old_slug_or_category_leads_to_the_present_address(client):
    article = make_article()
    response = client.get(f"/tin-tuc/cu/ten-cu-{article.pk}/")
    assert response.status_code == 301
    assert response["Location"] == article.get_absolute_url()
    printed = client.get(f"/tin-tuc/cu/ten-cu-{article.pk}/ban-in/")
    assert printed["Location"] == article.get_print_url()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_an_unknown_number_is_not_found(client, number):
    assert client.get(f"/tin-tuc/khoa-giao/bai-{number}/").status_code == 404


def test_a_withdrawn_one_is_gone_with_its_public_note(client):
    article = make_article(status="withdrawn", withdrawal_note="Bài đăng nhầm ngày.")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Bài đăng nhầm ngày." in response.content.decode()


def test_the_head_tells_search_engines_and_zalo_what_it_is(client, settings):
    article = make_article("Tiêu đề “có ngoặc” & <dấu>", author="Hoàng Quế")
    text = page(client, article)
    address = settings.SITE_URL + article.get_absolute_url()
    assert f'<link rel="canonical" href="{address}">' in text
    assert 'property="og:title"' in text
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    assert [item["@type"] for item in data] == ["NewsArticle", "BreadcrumbList"]
    assert data[0]["headline"] == "Tiêu đề “có ngoặc” & <dấu>"
    assert data[0]["author"]["name"] == "Hoàng Quế"
    assert data[1]["itemListElement"][1]["name"] == "Khoa giáo"


def test_the_print_view_has_the_text_and_the_address(client, settings):
    article = make_article()
    text = client.get(article.get_print_url()).content.decode()
    assert "Toàn văn của bài viết." in text
    assert settings.SITE_URL + article.get_absolute_url() in text
    assert f'<link rel="canonical" href="{settings.SITE_URL}{article.get_absolute_url()}">' in text


def test_it_is_shared_by_plain_links(client, settings):
    article = make_article("Tin & tức")
    links = dict(client.get(article.get_absolute_url()).context["share_links"])
    address = settings.SITE_URL + article.get_absolute_url()
    query = {name: parse_qs(urlsplit(link).query) for name, link in links.items()}
    assert json.loads(base64.urlsafe_b64decode(query["Zalo"]["d"][0])) == {"url": address}
    assert query["Facebook"]["u"] == [address]
    assert query["Thư điện tử"] == {"subject": ["Tin & tức"], "body": [address]}


@pytest.mark.parametrize("others", [3, 60])
def test_it_takes_nineteen_queries_however_much_there_is(
    client, django_assert_max_num_queries, others
):
    body = f'<p><img src="/anh/{"x" * 16}/960.webp" alt="Hội nghị"></p>'
    article = make_article(tags=["giao ban", "khoa giáo"], body=body)
    for _ in range(others):
        make_article(tags=["giao ban"])
    with django_assert_max_num_queries(19):
        client.get(article.get_absolute_url())
