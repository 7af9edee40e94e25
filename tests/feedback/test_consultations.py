"""Consultations on drafts: open until a moment, opinions moderated, the outcome published."""

import threading
from contextlib import closing

import pytest
from django.db import connection
from django.utils import timezone

from accounts.audit.models import Entry
from core import editions
from feedback.models import Consultation, Opinion
from feedback.tasks import forget_contacts
from tests.factories import ago, make_attachment, make_consultation, make_document

pytestmark = pytest.mark.django_db

SAID = {"text": "Điều 3 nên tính theo số thôn.", "name": "Đinh Thị Lan", "contact": "0912345678"}


def opine(client, consultation, **changes):
    return client.post(consultation.get_opinion_url(), SAID | changes, follow=True)


@pytest.mark.django_db(transaction=True)
def test_an_opinion_shows_only_after_a_moderator_let_it_through(client, editor):
    consultation = make_consultation()
    assert "Đã nhận ý kiến" in opine(client, consultation).content.decode()
    address = consultation.get_absolute_url()
    assert SAID["text"] not in client.get(address).content.decode()
    Opinion.objects.all().decide(Opinion.State.SHOWN, editor)
    page = client.get(address).content.decode()
    assert SAID["text"] in page
    assert "Đinh Thị Lan" in page
    assert SAID["contact"] not in page
    Opinion.objects.all().decide(Opinion.State.KEPT, editor)
    assert SAID["text"] not in client.get(address).content.decode()


def test_a_consultation_may_show_no_opinion_at_all(client, editor):
    consultation = make_consultation(shows_opinions=False)
    opine(client, consultation)
    Opinion.objects.all().decide(Opinion.State.SHOWN, editor)
    assert SAID["text"] not in client.get(consultation.get_absolute_url()).content.decode()


def test_after_the_deadline_nothing_is_taken_and_nothing_typed_is_lost(client):
    consultation = make_consultation(closes_at=ago(minutes=1))
    answer = opine(client, consultation)
    assert "Đã hết thời hạn" in answer.content.decode()
    assert SAID["text"] in answer.content.decode()
    assert not Opinion.objects.exists()
    assert "<textarea" not in client.get(consultation.get_opinion_url()).content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_deadline_is_a_moment_of_the_edition(client):
    consultation = make_consultation(closes_at=ago(seconds=-1.5))
    assert "Đang lấy ý kiến" in client.get(consultation.get_absolute_url()).content.decode()
    before = editions.current()
    while timezone.now() < consultation.closes_at + timezone.timedelta(seconds=0.2):
        pass
    assert editions.current() != before
    for address in (consultation.get_absolute_url(), "/gop-y-du-thao/"):
        assert "Đã hết hạn góp ý" in client.get(address).content.decode()


@pytest.mark.django_db(transaction=True)
def test_only_an_opinion_that_shows_raises_the_edition(client, editor):
    consultation = make_consultation()
    before = editions.current()
    opine(client, consultation)
    assert editions.current() == before
    Opinion.objects.all().decide(Opinion.State.SHOWN, editor)
    assert editions.current() != before


def test_open_ones_stand_first_then_what_closed_last(client):
    titles = ["Sắp hết hạn", "Còn lâu", "Vừa hết hạn", "Hết hạn đã lâu"]
    for title, days in zip(titles, (-1, -9, 1, 9), strict=True):
        make_consultation(title, closes_at=ago(days=days), published_at=ago(days=20))
    found = [consultation.title for consultation in Consultation.objects.in_order()]
    assert found == titles
    page = client.get("/gop-y-du-thao/")
    assert not page.cookies
    assert page.content.decode().index(titles[0]) < page.content.decode().index(titles[3])


@pytest.mark.django_db(transaction=True)
def test_the_outcome_and_the_files_of_the_draft_stand_on_the_page(client):
    paper = make_document("Dự thảo quy chế")
    make_attachment(paper, "du-thao.pdf")
    consultation = make_consultation(
        paper=paper, outcome="<p>Tiếp thu 12 ý kiến.</p>", closes_at=ago(days=1)
    )
    page = client.get(consultation.get_absolute_url()).content.decode()
    assert "Tiếp thu 12 ý kiến." in page
    assert paper.attachments.get().get_absolute_url() in page
    type(paper).objects.update(audience="members")
    assert "/tep/1/" not in client.get(consultation.get_absolute_url()).content.decode()


def test_sent_twice_it_is_one_opinion_and_a_get_is_none(client):
    consultation = make_consultation()
    opine(client, consultation)
    opine(client, consultation)
    client.get(consultation.get_opinion_url(), SAID)
    assert Opinion.objects.count() == 1
    assert "field__error" in opine(client, consultation, text=" ").content.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"status": "draft", "published_at": None}, 404), ({"status": "withdrawn"}, 410)],
)
def test_no_opinion_on_what_is_not_public(client, fields, status):
    hidden = make_consultation(**fields)
    assert client.get(hidden.get_opinion_url()).status_code == status
    assert opine(client, hidden).status_code == status
    assert not Opinion.objects.exists()


def test_contacts_are_forgotten_and_the_words_stay(settings):
    settings.CONTACT_DAYS = 30
    opinion = make_consultation().opinions.create(**SAID)
    Opinion.objects.update(sent_at=ago(days=31))
    forget_contacts(timestamp=0)
    opinion.refresh_from_db()
    assert (opinion.contact, opinion.text) == ("", SAID["text"])


def test_deciding_in_the_admin_is_in_the_audit_log(client, editor):
    opinion = make_consultation().opinions.create(**SAID)
    client.force_login(editor)
    data = {"action": "let_through", "_selected_action": [opinion.pk]}
    client.post("/quan-tri/feedback/opinion/", data)
    opinion.refresh_from_db()
    assert (opinion.state, opinion.decided_by) == ("shown", editor)
    assert Entry.objects.filter(action="moderate").count() == 1
    client.post(f"/quan-tri/feedback/opinion/{opinion.pk}/change/", {"state": "waiting"})
    opinion.refresh_from_db()
    assert (opinion.state, opinion.decided_at) == ("waiting", None)
    assert Entry.objects.filter(action="moderate").count() == 2


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_are_eight(client):
    consultation = make_consultation()
    start = threading.Barrier(8)

    def send(number):
        with closing(connection):
            start.wait(20)
            opine(type(client)(), consultation, text=f"Ý kiến {number}")

    threads = [threading.Thread(target=send, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Opinion.objects.count() == 8


@pytest.mark.django_db(transaction=True)
def test_the_paper_tells_of_the_consultation_as_long_as_it_is_open(client):
    paper = make_document("Dự thảo Quy chế")
    consultation = make_consultation(paper=paper)
    page = client.get(paper.get_absolute_url()).content.decode()
    assert "Đang lấy ý kiến đến" in page
    assert consultation.get_absolute_url() in page
    for change in ({"closes_at": ago(minutes=1)}, {"status": "draft", "published_at": None}):
        Consultation.objects.filter(pk=consultation.pk).update(**change)
        assert "Đang lấy ý kiến" not in client.get(paper.get_absolute_url()).content.decode()


def test_opinions_stand_in_pages(client, editor):
    consultation = make_consultation()
    opinions = (Opinion(consultation=consultation, text=f"Ý kiến số {n}.") for n in range(60))
    Opinion.objects.bulk_create(opinions)
    Opinion.objects.all().decide(Opinion.State.SHOWN, editor)
    address = consultation.get_absolute_url()
    first, second = (client.get(address, {"trang": n}).content.decode() for n in (1, 2))
    assert "Ý kiến số 49." in first
    assert "Ý kiến số 50." not in first
    assert f'{address}?trang=2"' in first
    assert "Ý kiến số 50." in second
    assert 'start="51"' in second
    for nonsense in ("0", "3", "-1", "hai"):
        assert client.get(address, {"trang": nonsense}).status_code == 404
