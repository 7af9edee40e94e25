"""Authors: their pages, and their names under articles."""

import pytest
from django.urls import reverse

from accounts.models import User
from core import editions
from news.models import Author
from tests.factories import make_article, make_author, make_person

pytestmark = pytest.mark.django_db


def page(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def test_a_page_has_what_one_wrote_and_took_the_pictures_of(client):
    author = make_author("Thanh Mộc", full_name="Lường Văn Thanh", about="Chụp ở vùng cao.")
    wrote, took_pictures, both = (make_article() for _ in range(3))
    wrote.authors.add(author)
    took_pictures.photographers.add(author)
    both.authors.add(author)
    both.photographers.add(author)
    make_article("Của người khác")
    response = client.get("/tac-gia/thanh-moc/")
    assert {article.pk for article in response.context["page_obj"]} == {
        wrote.pk,
        took_pictures.pk,
        both.pk,
    }
    assert response.context["page_obj"].paginator.count == 3
    assert "Chụp ở vùng cao." in response.content.decode()


def test_the_full_name_is_on_no_public_page(client):
    article = make_article()
    article.authors.add(make_author("Thanh Mộc", full_name="Lường Văn Thanh"))
    for address in (article.get_absolute_url(), article.get_print_url(), "/tac-gia/thanh-moc/"):
        text = client.get(address).content.decode()
        assert "Thanh Mộc" in text
        assert "Lường Văn Thanh" not in text


def test_names_under_an_article_lead_to_pages_and_a_guest_stands_last(client):
    article = make_article(author="Khách mời")
    article.authors.add(make_author("Yên Chi"), make_author("Đức Trung"))
    text = page(client, article)
    places = [text.index(name) for name in (">Đức Trung</a>", ">Yên Chi</a>", "<b>Khách mời</b>")]
    assert places == sorted(places)
    assert 'href="/tac-gia/duc-trung/"' in text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đức Trung", ["Đức Trung"]),
        ("đức trung, Hải Đăng", ["Đức Trung", "Hải Đăng"]),
        ("Phòng Tuyên truyền, Báo chí", ["Đức Trung", "Phòng Tuyên truyền, Báo chí"]),
        ("", ["Đức Trung"]),
    ],
)
def test_nobody_is_named_twice(text, names):
    article = make_article(author=text)
    article.authors.add(make_author("Đức Trung"))
    assert [credit.name for credit in article.writers] == names


def test_one_who_wrote_and_took_the_pictures_stands_once(client):
    article = make_article()
    author = make_author()
    article.authors.add(author)
    article.photographers.add(author)
    assert page(client, article).count(">Thanh Mộc</a>") == 1


def test_the_feed_names_the_authors(client):
    article = make_article(author="Khách mời")
    article.authors.add(make_author("Thanh Mộc"))
    assert "Thanh Mộc, Khách mời" in client.get("/rss/").content.decode()


def test_an_author_of_an_article_is_not_deleted_but_one_of_none_is(client, administrator):
    busy, idle = make_author("Thanh Mộc"), make_author("Nhầm Tên")
    make_article(status="draft").photographers.add(busy)
    client.force_login(administrator)
    for author in (busy, idle):
        client.post(reverse("admin:news_author_delete", args=[author.pk]), {"post": "yes"})
    assert list(Author.objects.all()) == [busy]


def test_the_pen_name_stays_when_the_account_is_deleted():
    person = make_person("chi", "cong_tac_vien")
    make_author("Yên Chi", user=person)
    User.objects.all().delete()
    assert Author.objects.get().user is None


@pytest.mark.django_db(transaction=True)
def test_a_change_of_the_names_under_a_public_article_raises_the_edition():
    article, author = make_article(), make_author()
    before = editions.current()
    Author.objects.update(about="Chưa ai thấy")
    assert editions.current() == before
    article.authors.add(author)
    after = editions.current()
    assert after != before
    Author.objects.update(name="Tên Mới")
    assert editions.current() != after


@pytest.mark.parametrize("count", [3, 60])
def test_a_page_takes_nine_queries(client, django_assert_max_num_queries, count):
    author = make_author()
    for _ in range(count):
        make_article().authors.add(author)
    with django_assert_max_num_queries(9):
        client.get("/tac-gia/thanh-moc/")
