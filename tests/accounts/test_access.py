"""The table of accounts/access/table.py: every address is in it, and answers as it says."""

import pytest
from django.db import transaction
from django.http.cookie import SimpleCookie
from django.template import Template
from django.test import Client
from django.urls import include, path

from accounts.access import checks
from accounts.access.rows import EVERYBODY, VISITOR, Row
from accounts.access.table import rows
from accounts.signing_in import fresh
from core.views import alive
from tests.accounts.walk import Things

SIGN_IN = ("/tai-khoan/dang-nhap/", "/quan-tri/login/")
OPEN, REFUSED, MISSING, NO_METHOD = "open", "refused", "not found", "no such method"


class Asker:
    """One person's browser; what a request changed is undone, so that the next finds it all."""

    def __init__(self, person):
        self.person, self.client = person, Client(headers={"sec-fetch-site": "same-origin"})
        if person:
            self.client.force_login(person)
        self.cookies = self.client.cookies.output(header="", sep=";")

    def answer(self, method, address, sent=None):
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
            response = getattr(self.client, method)(address, sent)
            response.getvalue()  # closes a file that is sent
            transaction.set_rollback(True)
        return kind_of(response)


def kind_of(response):
    if response.status_code == 405:
        return NO_METHOD
    if response.status_code in (404, 410):
        return MISSING
    led_to_sign_in = response.get("Location", "").startswith(SIGN_IN)
    return REFUSED if response.status_code == 403 or led_to_sign_in else OPEN


def expected(row, method, role):
    """The answers that the table allows. A method that is nobody's is closed in any way: some
    views look at the person first, some at the method."""
    people = getattr(row, method)
    if role in people:
        return {OPEN}
    return {REFUSED, NO_METHOD} if people else {REFUSED, NO_METHOD, MISSING}


def wrong(asker, role, key, address, row, sent):
    for method in ("get", "post"):
        answer = asker.answer(method, address, sent if method == "post" else None)
        if answer not in expected(row, method, role):
            yield f"{key} {method.upper()} as {role}: {answer} ({address})"


@pytest.fixture
def askers(cast, monkeypatch):
    """Their password stays fresh, however long a busy machine takes for the walk."""
    for limit in ("OPENING", "SENDING"):
        monkeypatch.setattr(fresh, limit, 24 * 3600)
    return {VISITOR: Asker(None)} | {role: Asker(person) for role, person in cast.items()}


@pytest.fixture
def things(cast):
    return Things(cast)


@pytest.fixture
def unrendered(monkeypatch):
    """Who is let in is decided before a page is written; writing 2,000 of them takes minutes."""
    monkeypatch.setattr(Template, "_render", lambda self, context: "")


def test_every_address_is_in_the_table():
    errors = checks.every_address_is_in_the_table()
    assert not errors, "\n".join(f"{error.msg} {error.hint}" for error in errors)


def test_an_address_that_is_not_in_the_table_stops_the_start(settings):
    forgotten = type("urls", (), {"urlpatterns": [path("", include("tuyengiao.urls"))]})
    forgotten.urlpatterns.append(path("bi-mat/", alive, name="secret"))
    settings.ROOT_URLCONF = forgotten
    (error,) = checks.every_address_is_in_the_table()
    assert error.id == "accounts.E001"
    assert "bi-mat/" in error.msg


def test_every_address_answers_each_role_as_the_table_says(things, askers, unrendered):
    table, found = rows(), []
    for key, route in checks.addresses():
        for role, asker in askers.items():
            address = things.address(key, route, asker.person or things.cast["cong_tac_vien"])
            assert address, f"Say in tests/accounts/walk.py which object stands behind {key}."
            found += wrong(asker, role, key, address, table[key], things.sent.get(key))
    assert not found, "\n".join(found)


def test_a_members_paper_is_there_for_its_readers_alone(things, askers, unrendered):
    addresses, table = things.of_members(), rows()
    assert addresses.keys() == {key for key, row in table.items() if row.members is not None}
    for key, address in addresses.items():
        for role, asker in askers.items():
            let_in = role in table[key].members
            assert asker.answer("get", address) == (OPEN if let_in else MISSING), (key, role)


def test_the_walk_would_notice_a_door_left_open():
    row = Row(get=EVERYBODY - {VISITOR})
    assert not {OPEN, MISSING} & expected(row, "get", VISITOR)
    assert OPEN not in expected(row, "post", "thu_ky")
