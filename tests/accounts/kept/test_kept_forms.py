"""A form that is sent after the session ended comes back to who sent it, without scripts."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import KeptForm, Session
from accounts.tasks import forget_sign_ins, prune_accounts

pytestmark = pytest.mark.django_db

FACTS = "/tai-khoan/thong-tin/"
TYPED = {"full_name": "Nguyễn Thị Hoà", "unit": "Trường Chính trị", "csrfmiddlewaretoken": "x"}


@pytest.fixture
def too_late(client, speaker, settings):
    """Their browser, in which nobody was there for too long."""
    client.force_login(speaker)
    past = timezone.now() - settings.SESSION_IDLE - timedelta(minutes=5)
    Session.objects.update(last_seen_at=past)
    return client


def signs_in(client, person, answer):
    """Follows the answer to the sign-in page; the page that one is led to afterwards."""
    name = person.username
    facts = {"username": name, "password": f"{name}-{name}-1"}
    target = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    return client.post("/tai-khoan/dang-nhap/", {**facts, "next": target}, follow=True)


def test_it_comes_back_to_be_sent_again(too_late, speaker):
    page = signs_in(too_late, speaker, too_late.post(FACTS, TYPED)).content.decode()
    assert f'action="{FACTS}"' in page
    assert "Nguyễn Thị Hoà</textarea>" in page
    assert "csrfmiddlewaretoken</textarea>" not in page
    kept = KeptForm.objects.get()
    too_late.post(FACTS, {**dict(kept.fields), "_kept": kept.pk})
    speaker.refresh_from_db()
    assert speaker.unit == "Trường Chính trị"
    assert not KeptForm.objects.exists()


def test_it_comes_back_even_after_the_nightly_pruning(too_late, speaker, editor):
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=9))
    forget_sign_ins(0)
    answer = too_late.post(FACTS, TYPED)
    assert KeptForm.objects.get().person == speaker
    stranger = Client()
    assert signs_in(stranger, editor, answer).status_code == 404
    assert "Nguyễn Thị Hoà</textarea>" in signs_in(too_late, speaker, answer).content.decode()


def test_who_signed_out_left_nothing_to_keep_it_for(too_late):
    Session.objects.all().delete()
    too_late.post(FACTS, TYPED)
    assert not KeptForm.objects.exists()


def test_it_is_nobody_elses(too_late, editor):
    answer = too_late.post(FACTS, TYPED)
    assert signs_in(too_late, editor, answer).status_code == 404
    too_late.post(f"/tai-khoan/gui-lai/{KeptForm.objects.get().pk}/bo/")
    assert KeptForm.objects.exists()


def test_its_person_may_drop_it(too_late, speaker):
    signs_in(too_late, speaker, too_late.post(FACTS, TYPED))
    too_late.post(f"/tai-khoan/gui-lai/{KeptForm.objects.get().pk}/bo/")
    assert not KeptForm.objects.exists()


def test_passwords_are_not_written_down(too_late):
    secrets = {"old_password": "cu-cu-cu", "new_password1": "moi-moi-moi", "code": "123456"}
    too_late.post(FACTS, {**TYPED, **secrets})
    assert {name for name, _ in KeptForm.objects.get().fields} == {"full_name", "unit"}


def test_what_strangers_and_scripts_send_is_not_kept(too_late):
    assert Client().post(FACTS, TYPED).status_code == 302
    too_late.post(FACTS, TYPED, headers={"sec-fetch-mode": "cors"})
    assert not KeptForm.objects.exists()


def test_a_dangerous_step_that_came_too_late_is_kept_too(client, administrator):
    client.force_login(administrator)
    session = client.session
    session["signed_in_at"] = 0
    session.save()
    answer = client.post("/quan-tri/auth/group/add/", {"name": "Thông tin cơ sở"})
    assert answer["Location"].startswith("/tai-khoan/xac-nhan/?next=%2Ftai-khoan%2Fgui-lai%2F")
    assert ["name", "Thông tin cơ sở"] in KeptForm.objects.get().fields


def test_it_is_kept_for_a_week_and_only_the_newest(too_late, speaker):
    for number in range(22):
        KeptForm.objects.keep(speaker.pk, f"/{number}/", too_late.post(FACTS).wsgi_request.POST)
    assert KeptForm.objects.count() == 20
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(days=8))
    prune_accounts(0)
    assert not KeptForm.objects.exists()
