"""One-time links: used once, by whoever holds the code, under the site's own address."""

import threading
from contextlib import closing

import pytest
from django.core import mail
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.invitations.letters import mail_link
from accounts.models import OneTimeLink, User
from accounts.reset import mail_reset
from tests.factories import ago

pytestmark = pytest.mark.django_db
CHOSEN = {"new_password1": "ruộng trâu sương mù", "new_password2": "ruộng trâu sương mù"}


@pytest.fixture
def invited(speaker):
    speaker.set_unusable_password()
    speaker.email = "giang@tinh.example"
    speaker.save()
    return speaker


@pytest.fixture
def link(invited):
    return OneTimeLink.objects.make([invited])[0]


@pytest.fixture
def mailing(settings):
    settings.EMAIL_HOST = "mail.example"


def address(link):
    return f"/tai-khoan/ma/{link.code}/"


def test_the_invited_choose_a_password_and_sign_in(client, invited, link):
    page = client.get(address(link))
    assert invited.username in page.content.decode()
    assert client.get(address(link)).status_code == 200, "looking uses nothing up"
    assert client.post(address(link), CHOSEN).status_code == 200
    assert client.login(username=invited.username, password="ruộng trâu sương mù")


def test_it_is_used_once(client, invited, link):
    client.post(address(link), CHOSEN)
    again = CHOSEN | dict.fromkeys(CHOSEN, "lúa nương chín sớm")
    assert client.post(address(link), again).status_code == 410
    assert client.get(address(link)).status_code == 410
    assert not client.login(username=invited.username, password="lúa nương chín sớm")


def test_a_refused_password_uses_nothing_up(client, link):
    page = client.post(address(link), dict.fromkeys(CHOSEN, "matkhau2025"))
    assert "dễ đoán" in page.content.decode()
    assert client.post(address(link), CHOSEN).status_code == 200


def test_two_at_once_use_it_once(transactional_db, invited, link):
    """The second waits for the first and then finds nothing."""
    taken = []

    def take():
        with closing(connection), transaction.atomic():
            taken.append(OneTimeLink.objects.take(link.code))

    with transaction.atomic():
        assert OneTimeLink.objects.take(link.code)
        thread = threading.Thread(target=take)
        thread.start()
        thread.join(0.3)
        assert taken == []
    thread.join()
    assert taken == [None]


def test_the_code_is_typed_in_any_way_and_stored_in_none(client, link):
    assert link.code.replace("-", "") not in str(OneTimeLink.objects.values_list())
    typed = f" {link.code.upper().replace('-', ' ')} "
    response = client.post("/tai-khoan/ma/", {"code": typed})
    assert client.get(response["Location"]).status_code == 200
    wrong = client.post("/tai-khoan/ma/", {"code": "aaaa-bbbb-cccc-dddd"})
    assert "không đúng" in wrong.content.decode()


def test_a_newer_link_ends_the_older_one(client, invited, link):
    newer = OneTimeLink.objects.make([invited])[0]
    assert client.get(address(link)).status_code == 410
    assert client.get(address(newer)).status_code == 200


@pytest.mark.parametrize("change", [{"is_active": False}, {"valid_until": ago(days=1).date()}])
def test_it_is_no_way_in_for_those_who_may_not_sign_in(client, invited, link, change):
    User.objects.filter(pk=invited.pk).update(**change)
    assert client.post(address(link), CHOSEN).status_code == 410


def test_it_runs_out(client, link):
    OneTimeLink.objects.update(expires_at=ago(minutes=1))
    assert client.get(address(link)).status_code == 410


def test_a_new_password_ends_the_sessions(client, editor):
    client.force_login(editor)
    link = OneTimeLink.objects.make([editor])[0]
    client.post(address(link), CHOSEN)
    assert client.get("/tai-khoan/").status_code == 302


def test_its_page_is_kept_nowhere_and_named_nowhere(client, link):
    response = client.get(address(link))
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("host", ["la.example", "127.0.0.1"])
def test_the_letters_link_comes_from_the_settings_whatever_host_was_asked(
    client, settings, mailing, invited, host
):
    settings.SITE_URL = "https://tuyengiao.example"
    client.post("/tai-khoan/quen-mat-khau/", {"who": invited.email}, headers={"host": host})
    mail_reset(person_id=invited.pk)
    assert "https://tuyengiao.example/tai-khoan/ma/" in mail.outbox[0].body
    assert host not in mail.outbox[0].body


def jobs():
    return [set(args) for args in ProcrastinateJob.objects.values_list("args", flat=True)]


@pytest.mark.parametrize("who", ["giang@tinh.example", "GIANG", "khong-co@tinh.example"])
def test_asking_tells_nothing_of_who_has_an_account(
    client, mailing, invited, who, django_assert_num_queries
):
    client.post("/tai-khoan/quen-mat-khau/", {"who": "ai đó"})
    known = client.post("/tai-khoan/quen-mat-khau/", {"who": "ai đó"}).content
    with django_assert_num_queries(9):
        assert client.post("/tai-khoan/quen-mat-khau/", {"who": who}).content == known
    assert len({frozenset(args) for args in jobs()}) == 1, "the same job, for somebody or nobody"


def test_letters_go_to_those_who_may_sign_in_and_not_too_often(mailing, invited, editor):
    mail_reset(person_id=None)
    mail_reset(person_id=editor.pk)  # who has no address
    assert mail.outbox == []
    mail_reset(person_id=invited.pk)
    mail_reset(person_id=invited.pk)
    assert [letter.to for letter in mail.outbox] == [["giang@tinh.example"]]
    invited.suspend()
    mail_link(person_id=invited.pk, by_id=None)
    assert len(mail.outbox) == 1


def test_without_mail_the_page_tells_whom_to_ask(client, invited):
    page = client.post("/tai-khoan/quen-mat-khau/", {"who": invited.email})
    assert "Người quản trị của Ban cấp phiếu" in page.content.decode()
    assert jobs() == []
