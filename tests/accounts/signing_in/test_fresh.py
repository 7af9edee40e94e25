"""Dangerous steps ask for the password again."""

import pytest
from django.test import Client

from accounts.models import OneTimeLink, User
from accounts.second_factor import rules
from accounts.sessions.store import SIGNED_IN_AT
from tests.accounts.second_factor.test_second_factor import code_of, protected

pytestmark = pytest.mark.django_db

CONFIRM, SET_UP = "/tai-khoan/xac-nhan/", "/tai-khoan/bao-mat/hai-lop/"
HOUR = 3600


@pytest.fixture
def stale(administrator):
    """Tuấn's browser, an hour after he gave his password."""
    return signed_in_long_ago(administrator)


def signed_in_long_ago(person):
    client = Client()
    client.force_login(person)
    session = client.session
    session[SIGNED_IN_AT] -= HOUR
    session.save()
    return client


def asks_again(response):
    return response.status_code == 302 and response["Location"].startswith(f"{CONFIRM}?next=")


def test_the_accounts_of_others_ask_and_go_on_where_one_was(stale, editor):
    address = f"/quan-tri/accounts/user/{editor.pk}/change/"
    assert stale.get("/quan-tri/accounts/user/").status_code == 200
    asked = stale.get(address)
    assert asks_again(asked)
    target = stale.get(asked["Location"]).context["next"]
    assert stale.post(CONFIRM, {"password": "sai", "next": target}).status_code == 200
    done = stale.post(CONFIRM, {"password": "tuan-tuan-1", "next": target})
    assert done["Location"] == address
    assert stale.get(address).status_code == 200


@pytest.mark.parametrize(
    "page", ["add/", "{pk}/change/", "{pk}/delete/", "{pk}/tam-khoa/", "{pk}/phieu/"]
)
def test_nothing_is_changed_by_a_form_that_comes_too_late(stale, editor, page):
    address = f"/quan-tri/accounts/user/{page.format(pk=editor.pk)}"
    data = {"username": "moi", "password1": "mot-mat-khau-moi", "password2": "mot-mat-khau-moi"}
    assert asks_again(stale.post(address, data))
    assert not User.objects.filter(username="moi").exists()
    editor.refresh_from_db()
    assert editor.is_active
    assert not OneTimeLink.objects.exists()


def test_the_second_factor_is_neither_set_up_nor_switched_off(speaker):
    client = signed_in_long_ago(speaker)
    assert asks_again(client.get(SET_UP))
    protected(speaker)
    for page in (f"{SET_UP}tat/", "/tai-khoan/bao-mat/ma-du-phong/"):
        asked = client.post(page)
        assert asks_again(asked)
        assert asked["Location"].endswith("next=%2Ftai-khoan%2Fbao-mat%2F")
    assert rules.authenticator_of(speaker)


def test_who_has_a_second_factor_gives_a_code_too(speaker):
    authenticator = protected(speaker)
    client = signed_in_long_ago(speaker)
    code = code_of(authenticator.secret)
    assert client.post(CONFIRM, {"password": "giang-giang-1"}).status_code == 200
    assert client.post(CONFIRM, {"password": "sai", "code": code}).status_code == 200
    assert client.post(CONFIRM, {"password": "giang-giang-1", "code": code}).status_code == 302


def test_it_leads_to_no_other_site_and_gives_a_new_key(stale):
    before = stale.session.session_key
    data = {"password": "tuan-tuan-1", "next": "https://la.example/"}
    assert stale.post(CONFIRM, data)["Location"] == "/tai-khoan/bao-mat/"
    assert stale.session.session_key != before


def test_guessing_here_is_counted_as_at_the_door(stale, settings, monkeypatch):
    monkeypatch.setattr("accounts.signing_in.throttle.time.sleep", lambda seconds: None)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        stale.post(CONFIRM, {"password": "sai"})
    assert stale.post(CONFIRM, {"password": "tuan-tuan-1"}).status_code == 429
