"""A form that anybody may send: a public page by GET, taken by POST from our own pages alone."""

import pytest
from django.test import Client

from feedback.models import PageReport

pytestmark = pytest.mark.django_db
REPORT = {"path": "/", "text": "Ngày ban hành ghi sai."}
OURS = {"Origin": "http://testserver"}
FORMS = ["/bao-loi/?trang=/van-ban/", "/hoi-dap/gui/", "/hoi-dap/tra-cuu/"]


@pytest.mark.parametrize("address", FORMS)
def test_the_form_is_a_public_page_without_cookie_or_token(client, address):
    page = client.get(address)
    assert page["Cache-Control"].startswith("public")
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert 'name="robots" content="noindex"' in page.content.decode()
    assert client.get(address, headers={"If-None-Match": page["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "told",
    [
        {"Sec-Fetch-Site": "cross-site", **OURS},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://xau.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.xau.example"},
        {"Referer": "https://xau.example/testserver"},
    ],
)
def test_a_form_sent_from_elsewhere_is_refused(told):
    answer = Client(enforce_csrf_checks=True).post("/bao-loi/", REPORT, headers=told)
    assert answer.status_code == 403
    assert not PageReport.objects.exists()


@pytest.mark.parametrize(
    "told", [{"Sec-Fetch-Site": "same-origin"}, OURS, {"Referer": "http://testserver/bao-loi/"}, {}]
)
def test_a_form_sent_from_here_is_taken_without_a_cookie(told):
    answer = Client(enforce_csrf_checks=True).post("/bao-loi/", REPORT, headers=told)
    assert answer.status_code == 302
    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    assert PageReport.objects.count() == 1


def test_a_session_is_not_used_by_who_does_not_say_where_the_form_stood(editor):
    client = Client()
    client.force_login(editor)
    assert client.post("/bao-loi/", REPORT).status_code == 403
    assert client.post("/bao-loi/", REPORT, headers=OURS).status_code == 302


def test_words_that_are_refused_come_back_in_a_page_that_nobody_keeps(client):
    answer = client.post("/bao-loi/", {"path": "/", "text": "", "contact": "0912 345 678"})
    assert "0912 345 678" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_other_methods_are_refused(client):
    assert client.put("/bao-loi/").status_code == 405
