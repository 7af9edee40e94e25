"""The beacon: a look is one row, told by a person's browser about a page that is there."""

import uuid

import pytest
from django.db import OperationalError, connection

from stats import storing
from stats.models import Hit
from tests.factories import make_article, make_attachment, make_document
from tests.stats.looks import PHONE, ROBOT, look_at

pytestmark = pytest.mark.django_db


def test_a_look_is_stored_before_the_answer_goes_out(client):
    article = make_article()
    response = look_at(client, f"bai-{article.pk}")
    assert (response.status_code, response.content) == (204, b"")
    hit = Hit.objects.get()
    assert (hit.what, hit.thing, hit.object_id) == ("view", "bai", article.pk)


def test_every_public_page_sends_one_and_names_what_it_shows(client):
    article, paper = make_article(), make_document()
    place = {article.get_absolute_url(): f"bai-{article.pk}"}
    place[paper.get_absolute_url()] = f"van-ban-{paper.pk}"
    for address in ("/", "/tin-tuc/", "/van-ban/", "/tim-kiem/?q=x", "/quyen-rieng-tu/", *place):
        page = client.get(address).content.decode()
        named = place.get(address, "")
        assert f'data-seen="{named}"' in page
        assert f'<noscript><img class="visually-hidden" src="/_/xem.gif?noi={named}"' in page
        assert look_at(client, named).status_code == 204
    assert Hit.objects.count() == 7


def test_pages_that_are_not_public_send_none(client, editor):
    assert "data-seen" not in client.get("/tai-khoan/dang-nhap/").content.decode()
    assert "data-seen" not in client.get("/khong-co/").content.decode()


def test_without_script_a_picture_tells(client):
    article = make_article()
    response = client.get(f"/_/xem.gif?noi=bai-{article.pk}", headers=PHONE)
    assert response["Content-Type"] == "image/gif"
    assert response.content.startswith(b"GIF89a\x01\x00\x01\x00")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert Hit.objects.get().object_id == article.pk


def test_no_cookie_is_set(client):
    response = look_at(client)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


def test_a_look_that_is_told_again_counts_once(client):
    article = make_article()
    for _ in range(3):
        assert look_at(client, f"bai-{article.pk}", ma=uuid.UUID(int=7).hex).status_code == 204
    look_at(client, f"bai-{article.pk}", ma=uuid.UUID(int=8).hex)
    assert Hit.objects.count() == 2


def test_one_statement_stores_it(client, django_assert_num_queries):
    article = make_article()
    look_at(client)  # the day's salt is read once a process
    with django_assert_num_queries(1):
        look_at(client, f"bai-{article.pk}")


def test_robots_parts_editors_and_other_sites_do_not_count(client, editor):
    paper = make_document()
    address = make_attachment(paper).get_absolute_url()
    client.get(address, headers=ROBOT)
    client.head(address, headers=PHONE)
    client.get(address, headers=PHONE | {"range": "bytes=5-"})
    look_at(client, f"van-ban-{paper.pk}", ROBOT)
    look_at(client, f"van-ban-{paper.pk}", {"user-agent": ""})
    look_at(client, f"van-ban-{paper.pk}", PHONE | {"sec-fetch-site": "cross-site"})
    client.force_login(editor)
    client.get(address, headers=PHONE)
    look_at(client, f"van-ban-{paper.pk}")
    assert not Hit.objects.exists()
    client.logout()
    client.get(address, headers=PHONE | {"range": "bytes=0-"})
    assert Hit.objects.get().what == "download"


@pytest.mark.parametrize(
    "ahead", [{"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}, {"x-moz": "prefetch"}]
)
def test_what_a_browser_makes_ready_does_not_count(client, ahead):
    assert look_at(client, headers=PHONE | ahead).status_code == 204
    client.get("/_/xem.gif?noi=", headers=PHONE | ahead)
    assert not Hit.objects.exists()


@pytest.mark.parametrize("place", ["bai", "bai-", "bai-²", "x-1", "bai-1e3", f"bai-{10**30}"])
def test_nonsense_is_refused(client, place):
    assert look_at(client, place).status_code == 400
    assert client.get("/_/xem.gif", {"noi": place}, headers=PHONE).status_code == 400


def test_a_key_that_is_none_is_refused(client):
    assert look_at(client, ma="abc").status_code == 400


def test_only_what_the_visitor_may_see_is_counted(client, speaker):
    hidden = make_document(audience="members")
    draft = make_article(status="draft", published_at=None)
    for place in (f"van-ban-{hidden.pk}", f"bai-{draft.pk}", "bai-999"):
        assert look_at(client, place).status_code == 204
    assert not Hit.objects.exists()
    assert client.get("/_/xem/").status_code == 405
    client.force_login(speaker)
    look_at(client, f"van-ban-{hidden.pk}")
    assert Hit.objects.get().object_id == hidden.pk


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_died_meanwhile_loses_nothing(client):
    article = make_article()
    look_at(client)
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    assert look_at(client, f"bai-{article.pk}").status_code == 204
    assert Hit.objects.count() == 2


def test_while_the_database_is_away_the_beacon_is_told_to_come_again(client, monkeypatch):
    def away(sql, values):
        raise OperationalError

    monkeypatch.setattr(storing, "run", away)
    response = look_at(client)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
