"""The home page."""

import re

import pytest

from documents.models import Document, Pack
from news.models import Article
from pages.models import HomeBlock, HomeLead
from tests.factories import ago, make_article, make_category, make_document, make_gallery

pytestmark = pytest.mark.django_db


def test_an_empty_site_has_a_home_page(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "begins"), [("/", "Tin tức, văn bản"), ("/luu-tru/", "Lưu trữ theo tháng –")]
)
def test_a_page_without_words_of_its_own_is_described_by_its_title(client, address, begins):
    found = re.search(r'<meta name="description" content="(.*?)">', client.get(address).text)
    assert found[1].startswith(begins)
    assert found[1].endswith("– Trang thông tin điện tử Ban Tuyên giáo và Dân vận Tỉnh ủy")


def test_the_newest_leads_and_each_category_has_its_block_in_the_menus_order(client):
    second = make_category("Dân vận", position=2)
    first = make_category("Khoa giáo", position=1)
    below = make_category("Giáo dục", parent=first)
    make_category("Chưa có bài")
    make_article("Dẫn đầu", category=second, published_at=ago(minutes=1))
    for n in range(12):
        make_article(f"Dân vận {n}", category=second, published_at=ago(hours=n + 1))
    make_article("Khoa giáo 1", category=first, published_at=ago(days=3))
    make_article("Giáo dục 1", category=below, published_at=ago(days=2))
    context = client.get("/").context
    assert context["lead"].title == "Dẫn đầu"
    blocks = {block.category.name: [a.title for a in block.articles] for block in context["blocks"]}
    assert list(blocks) == ["Khoa giáo", "Dân vận"]
    assert blocks["Khoa giáo"] == ["Giáo dục 1", "Khoa giáo 1"]
    assert len(blocks["Dân vận"]) == 4
    assert "Dẫn đầu" not in blocks["Dân vận"]


def test_an_editor_arranges_leads_and_blocks(client):
    first, second = make_category("Khoa giáo", position=1), make_category("Dân vận", position=2)
    for n in range(4):
        make_article(f"Khoa giáo {n}", category=first)
        make_article(f"Dân vận {n}", category=second)
    chosen = make_article("Được chọn", published_at=ago(days=30))
    over = make_article("Hết hạn làm tin đầu", published_at=ago(days=30))
    HomeLead.objects.create(article=over, position=1, until=ago(minutes=1))
    HomeLead.objects.create(article=chosen, position=2)
    HomeBlock.objects.create(category=second, count=2)
    context = client.get("/").context
    assert context["lead"] == chosen
    assert over not in context["secondary"]
    [block] = context["blocks"]
    assert (block.category, len(block.articles)) == (second, 2)


def test_featured_ones_come_after_those_that_were_arranged(client):
    make_article("Mới nhất")
    featured = make_article("Tiêu điểm", published_at=ago(days=9), featured_until=ago(days=-1))
    make_article("Hết tiêu điểm", published_at=ago(days=8), featured_until=ago(minutes=1))
    chosen = make_article("Xếp tay", published_at=ago(days=30))
    HomeLead.objects.create(article=chosen)
    context = client.get("/").context
    assert context["lead"] == chosen
    assert context["secondary"] == [featured]


def test_a_block_has_articles_that_have_its_category_as_a_further_one(client):
    article = make_article(category=make_category("Dân vận"), published_at=ago(days=1))
    make_article("Tin đầu")
    article.more_categories.add(make_category("Văn hóa"))
    names = {b.category.name for b in client.get("/").context["blocks"] if article in b.articles}
    assert names == {"Dân vận", "Văn hóa"}


def test_the_band_of_photo_stories_fills_up_from_the_newest(client, add):
    pictures = [add(color=(n * 20, 0, 0)) for n in range(5)]
    make_gallery("Cũ hơn", pictures[:1], published_at=ago(days=2))
    newest = make_gallery("Mới nhất", pictures[1:])
    make_gallery("Chưa đăng", pictures, status="draft")
    shots = client.get("/").context["shots"]
    assert [shot.title for shot in shots][:2] == ["Mới nhất", "Cũ hơn"]
    assert [shot.url for shot in shots][2:] == [
        f"{newest.get_absolute_url()}#anh-{number}" for number in (2, 3, 4)
    ]


def test_there_is_no_band_of_photo_stories_with_holes(client, add):
    make_gallery("Ít ảnh", [add(color=(n * 20, 0, 0)) for n in range(4)])
    response = client.get("/")
    assert response.context["shots"] == []
    assert "shots" not in response.content.decode().split("<main")[1]


def test_a_lead_that_is_not_public_leads_nothing(client):
    HomeLead.objects.create(article=make_article(status="draft"))
    shown = make_article()
    assert client.get("/").context["lead"] == shown


def test_the_newest_papers_are_there_with_their_figures(client):
    make_document("Giao ban báo chí quí I-2024", views=250, downloads=77)
    text = client.get("/").content.decode()
    assert "Văn bản mới" in text
    assert "Giao ban báo chí quí I-2024" in text


def test_the_newest_pack_stands_beside_the_papers(client):
    make_document()
    for title, out in (("Bộ cũ", ago(days=9)), ("Bộ 19/12", ago(days=1)), ("Nháp", None)):
        status = "published" if out else "draft"
        Pack.objects.create(title=title, slug="bo", status=status, published_at=out)
    text = client.get("/").content.decode()
    assert "Bộ 19/12" in text
    assert "Bộ cũ" not in text
    assert "Nháp" not in text


@pytest.mark.parametrize("count", [100, 10_000])
def test_it_takes_twenty_three_queries_however_much_there_is(
    client, django_assert_max_num_queries, count
):
    categories = [make_category(f"Chuyên mục {n}") for n in range(10)]
    Article.objects.bulk_create(
        Article(
            title=f"Bài {n}",
            slug="x",
            category=categories[n % 10],
            status="published",
            published_at=ago(minutes=n),
        )
        for n in range(count)
    )
    with django_assert_max_num_queries(23):
        client.get("/")
    assert Document.objects.count() == 0


def test_the_sitemap_splits_and_lists_what_is_public(client, settings, monkeypatch):
    articles = [make_article() for _ in range(3)]
    monkeypatch.setattr("pages.sitemaps.RANGE", articles[1].pk)  # the first is in another file
    index = client.get("/sitemap.xml").content.decode()
    found = "".join(
        client.get(address.removeprefix(settings.SITE_URL)).content.decode()
        for address in index.replace("</loc>", "<loc>").split("<loc>")
        if address.startswith("http") and "tin-tuc" in address
    )
    for article in articles:
        assert settings.SITE_URL + article.get_absolute_url() in found
    assert found.count("<url>") == 3
    assert client.get("/sitemap-x-0.xml").status_code == 404
    assert client.get(f"/sitemap-tin-tuc-{'9' * 30}.xml").status_code == 404


def test_the_news_sitemap_has_the_newest_with_their_titles(client, settings):
    article = make_article("Tin & tức mới")
    text = client.get("/sitemap-tin-moi.xml").content.decode()
    assert settings.SITE_URL + article.get_absolute_url() in text
    assert "<news:title>Tin &amp; tức mới</news:title>" in text


def test_robots_are_told_what_to_leave(client, settings):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /quan-tri/" in text
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text
