"""The sign-in page: one for the portal and the admin; what it refuses."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

SIGN_IN, ADMIN = "/tai-khoan/dang-nhap/", "/quan-tri/login/"
LAN = {"username": "lan", "password": "lan-lan-1"}


def test_the_admin_signs_in_on_the_same_page_and_goes_on_where_one_wanted(client, editor):
    assert client.get("/quan-tri/news/")["Location"] == f"{ADMIN}?next=/quan-tri/news/"
    page = client.get(f"{ADMIN}?next=/quan-tri/news/")
    assert "accounts/sign_in.html" in [template.name for template in page.templates]
    assert client.post(ADMIN, LAN | {"next": "/quan-tri/news/"})["Location"] == "/quan-tri/news/"
    assert Client().post(ADMIN, LAN)["Location"] == "/quan-tri/"


def test_who_is_not_of_the_admin_is_told_so_and_sent_round_in_no_circle(client, speaker):
    client.force_login(speaker)
    page = client.get("/quan-tri/", follow=True)
    assert page.redirect_chain == [(f"{ADMIN}?next=/quan-tri/", 302)]
    assert "không làm việc trong khu vực quản trị" in page.content.decode()


@pytest.mark.parametrize("page", [SIGN_IN, ADMIN])
@pytest.mark.parametrize("way", ["get", "post"])
@pytest.mark.parametrize(
    "target", ["https://la.example/", "//la.example", "/\\la.example", "http:la"]
)
def test_it_leads_to_no_other_site(client, editor, page, way, target):
    address = f"{page}?next={target}" if way == "get" else page
    response = client.post(address, LAN | ({"next": target} if way == "post" else {}))
    assert response["Location"] in ("/tai-khoan/", "/quan-tri/")


def test_a_form_from_elsewhere_signs_nobody_in_or_out(editor):
    client = Client(enforce_csrf_checks=True)
    for page in (SIGN_IN, ADMIN, "/tai-khoan/dang-xuat/"):
        assert client.post(page, LAN).status_code == 403


def test_behind_tls_the_own_address_may_send_forms(editor, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://portal.example"]
    client = Client(enforce_csrf_checks=True)
    client.get(SIGN_IN)
    data = LAN | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    assert client.post(SIGN_IN, data, headers={"origin": "https://la.example"}).status_code == 403
    own = client.post(SIGN_IN, data, headers={"origin": "https://portal.example"})
    assert own.status_code == 302


def test_a_session_key_from_before_is_worth_nothing_afterwards(client, editor):
    session = client.session
    session["dat-truoc"] = "ke gian"
    session.save()
    planted = session.session_key
    client.post(SIGN_IN, LAN)
    assert client.session.session_key != planted
    stranger = Client()
    stranger.cookies["sessionid"] = planted
    assert stranger.get("/tai-khoan/").status_code == 302


def test_an_odd_name_is_refused_like_any_other(client, db):
    for name in ("x" * 500, "a\0b", "", "  "):
        response = client.post(SIGN_IN, {"username": name, "password": "sai"})
        assert response.status_code == 200, name
