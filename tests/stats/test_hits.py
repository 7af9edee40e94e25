"""Views and downloads: counted without a person's data, shown once an hour."""

import pytest
from django.db import connection

from core import editions
from documents.models import Document
from news.models import Article
from stats.models import Hit
from tests.factories import make_article, make_attachment, make_document

pytestmark = pytest.mark.django_db

PHONE = {"user-agent": "Mozilla/5.0 (Linux; Android 13) Chrome/120"}
ROBOT = {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}


def look_at(client, place, **headers):
    return client.post("/_/xem/", {"noi": place}, headers=PHONE | headers)


def test_a_view_and_a_download_reach_the_page_with_the_snapshot(client):
    article, paper = make_article(views=10), make_document(downloads=5)
    address = make_attachment(paper).get_absolute_url()
    assert look_at(client, f"bai-{article.pk}").status_code == 204
    look_at(client, f"van-ban-{paper.pk}")
    look_at(client, f"van-ban-{paper.pk}")
    client.get(address, headers=PHONE)
    Hit.objects.take_snapshot()
    article.refresh_from_db()
    paper.refresh_from_db()
    assert (article.views, paper.views, paper.downloads) == (11, 2, 6)
    assert not Hit.objects.exists()


def test_no_cookie_is_set_and_nothing_of_the_visitor_is_kept(client):
    article = make_article()
    response = look_at(client, f"bai-{article.pk}")
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert {field.name for field in Hit._meta.fields} == {"id", "what", "thing", "object_id", "at"}


@pytest.mark.django_db(transaction=True)
def test_counting_raises_no_edition_and_a_snapshot_raises_it_once(client):
    article = make_article()
    before = editions.current()
    look_at(client, f"bai-{article.pk}")
    assert editions.current() == before
    Hit.objects.take_snapshot()
    after = editions.current()
    assert int(after.split(".")[1]) == int(before.split(".")[1]) + 1
    Hit.objects.take_snapshot()
    assert editions.current() == after
    assert Article.objects.get().version == article.version


def test_robots_parts_editors_and_other_sites_do_not_count(client, editor):
    paper = make_document()
    address = make_attachment(paper).get_absolute_url()
    client.get(address, headers=ROBOT)
    client.head(address, headers=PHONE)
    client.get(address, headers=PHONE | {"range": "bytes=5-"})
    client.post("/_/xem/", {"noi": f"van-ban-{paper.pk}"}, headers=ROBOT)
    look_at(client, f"van-ban-{paper.pk}", **{"sec-fetch-site": "cross-site"})
    client.force_login(editor)
    client.get(address, headers=PHONE)
    assert not Hit.objects.exists()
    client.logout()
    client.get(address, headers=PHONE | {"range": "bytes=0-"})
    assert Hit.objects.count() == 1


@pytest.mark.parametrize("place", ["", "bai", "bai-", "bai-²", "x-1", "bai-1e3", f"bai-{10**30}"])
def test_nonsense_is_refused(client, place):
    assert look_at(client, place).status_code == 400


def test_what_the_visitor_may_not_see_is_not_counted(client):
    hidden = make_document(audience="members")
    assert look_at(client, f"van-ban-{hidden.pk}").status_code == 204
    assert look_at(client, "bai-999").status_code == 204
    assert not Hit.objects.exists()
    assert client.get("/_/xem/").status_code == 405


def test_a_snapshot_leaves_the_searchable_text_alone():
    paper = make_document("Kế hoạch")
    Hit.objects.count_one("view", paper)
    with connection.cursor() as cursor:
        cursor.execute("SELECT search FROM documents_document")
        before = cursor.fetchone()
        Hit.objects.take_snapshot()
        cursor.execute("SELECT search FROM documents_document")
        assert cursor.fetchone() == before
    assert Document.objects.get().views == 1
