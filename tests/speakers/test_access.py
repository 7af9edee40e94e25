"""Every role at every address of the area; what is not to be seen shows at none of them."""

import pytest
from django.test import Client
from django.utils.timezone import localtime

from documents.models import Document
from speakers.models import CalendarAddress, ReadingRequest
from tests.factories import ago, make_document, make_person
from tests.speakers.areas import (
    ASK,
    NEW,
    NEWEST,
    QUESTIONS,
    SCHEDULE,
    SEARCH,
    body,
    make_conference,
    members_paper,
)

READERS = {"bao_cao_vien", "bien_tap_vien", "thu_ky", "quan_tri"}
HIDDEN = "Chuyện chưa ai được biết"
STATES = {
    "draft": {"status": "draft", "published_at": None},
    "submitted": {"status": "submitted"},
    "scheduled": {"published_at": ago(days=-1)},
    "expired": {"expires_at": ago(minutes=1)},
    "withdrawn": {"status": "withdrawn"},
}


@pytest.fixture
def addresses(db):
    paper, conference = members_paper(), make_conference()
    here = localtime(paper.published_at)
    year, month = here.year, here.month
    return [
        *(NEWEST, NEW, SEARCH, f"{SEARCH}?q=huong", SCHEDULE, QUESTIONS, ASK),
        *(f"{NEWEST}{year}/{month}/", f"{NEWEST}{year}/{month}/tai-ve/"),
        *(f"{SCHEDULE}tat-ca.ics", f"{SCHEDULE}hoi-nghi-{conference.pk}.ics"),
        f"{ASK}?tai-lieu={paper.pk}",
    ]


def test_each_role_opens_what_it_may_and_nobody_keeps_a_copy(cast, addresses):
    for role, person in cast.items():
        client = Client()
        client.force_login(person)
        for address in addresses:
            response = client.get(address)
            assert response.status_code == (200 if role in READERS else 403), (role, address)
            if role in READERS:
                assert response["Cache-Control"] == "private, no-store", address


def test_who_is_not_signed_in_is_asked_to(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/tai-khoan/dang-nhap/?next=/bao-cao-vien/")


def test_acting_asks_for_the_right_and_for_a_post(client, speaker, db):
    paper = members_paper()
    ReadingRequest.objects.create(document=paper)
    acts = [
        f"/bao-cao-vien/xac-nhan/{paper.pk}/",
        f"{SCHEDULE}dia-chi/",
        f"{SCHEDULE}dia-chi/bo/",
    ]
    for address in acts:
        assert client.post(address)["Location"].startswith("/tai-khoan/dang-nhap/")
    client.force_login(make_person("chi", "cong_tac_vien"))
    assert {client.post(address).status_code for address in [*acts, ASK]} == {403}
    client.force_login(speaker)
    assert {client.get(address).status_code for address in acts} == {405}
    assert not CalendarAddress.objects.exists()
    assert not paper.reading_request.confirmations.exists()


@pytest.mark.parametrize("state", STATES)
def test_a_paper_that_is_not_published_shows_nowhere(client, speaker, addresses, state):
    hidden = members_paper(HIDDEN, file=b"kin", field="Khoa giáo", **STATES[state])
    ReadingRequest.objects.create(document=hidden)
    make_conference(papers=[hidden])
    beside = Document.objects.exclude(pk=hidden.pk).get()
    client.force_login(speaker)
    for address in [*addresses, f"{SEARCH}?q=chuyen", f"{SEARCH}?q=kin"]:
        content = client.get(address).getvalue()
        assert HIDDEN.encode() not in content, address
        assert hidden.slug.encode() not in content, address
        assert b"%PDF" not in content, address
    assert beside.title in body(client.get(NEWEST))
    assert client.get(f"{ASK}?tai-lieu={hidden.pk}").status_code == 404
    assert client.post(f"/bao-cao-vien/xac-nhan/{hidden.pk}/").status_code == 404
    assert not hidden.reading_request.confirmations.exists()


def test_the_door_the_account_and_the_paper_lead_there(client, speaker):
    paper = members_paper()
    make_document()
    assert 'href="/bao-cao-vien/"' in body(client.get("/"))
    client.force_login(make_person("chi", "cong_tac_vien"))
    assert 'href="/bao-cao-vien/"' not in body(client.get("/"))
    client.force_login(speaker)
    assert "Vào xem tài liệu" in body(client.get("/"))
    assert 'href="/bao-cao-vien/"' in body(client.get("/tai-khoan/"))
    assert f"#tai-lieu-{paper.pk}" in body(client.get(paper.get_absolute_url()))


def test_a_speaker_begins_there_after_signing_in(client, speaker):
    sent = {"username": "giang", "password": "giang-giang-1"}
    assert client.post("/tai-khoan/dang-nhap/", sent)["Location"] == NEWEST
