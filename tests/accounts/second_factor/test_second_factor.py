"""The second factor: set up, asked for at each door, codes that count once, devices, grace."""

import threading
import time
from base64 import b32decode
from contextlib import closing
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp

from accounts.audit.models import Entry
from accounts.second_factor import rules
from accounts.second_factor.models import (
    REMEMBERED,
    Authenticator,
    RememberedDevice,
    new_secret,
)
from exchange.demo_people import DOMAIN
from tests.factories import make_person

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, ADMIN = "/tai-khoan/dang-nhap/", "/tai-khoan/dang-nhap/ma/", "/quan-tri/login/"
PAGE, SET_UP = "/tai-khoan/bao-mat/", "/tai-khoan/bao-mat/hai-lop/"


def code_of(secret, steps=0):
    """What the app shows; `steps` half minutes from now."""
    return f"{totp(b32decode(secret), t0=-30 * steps):06}"


def protected(person):
    authenticator = Authenticator.objects.of(person)
    authenticator.switch_on(new_secret(), step=0)
    return authenticator


def gave_password(person, page=SIGN_IN, client=None, **data):
    client = client or Client(headers={"user-agent": "Firefox Linux"})
    name = person.username
    client.post(page, {"username": name, "password": f"{name}-{name}-1"} | data)
    return client


def is_signed_in(client):
    return client.get("/tai-khoan/").status_code == 200


def overdue(person):
    asked = timezone.now() - timedelta(days=400)
    Authenticator.objects.filter(person=person).update(asked_at=asked)


@pytest.mark.parametrize("page", [SIGN_IN, ADMIN])
def test_a_password_alone_signs_nobody_in_who_has_it(editor, page):
    authenticator = protected(editor)
    client = gave_password(editor, page, next="/quan-tri/news/")
    assert not is_signed_in(client)
    assert client.get("/quan-tri/").status_code == 302
    done = client.post(CODE, {"code": code_of(authenticator.secret)})
    assert done["Location"] == "/quan-tri/news/"
    assert is_signed_in(client)


def test_without_a_password_nobody_is_asked_for_a_code(client, editor):
    protected(editor)
    assert client.get(CODE)["Location"] == SIGN_IN
    assert client.post(CODE, {"code": "000000"})["Location"] == SIGN_IN


def test_a_code_counts_once_even_for_two_at_the_same_moment(transactional_db):
    editor = make_person("lan", "bien_tap_vien")
    authenticator = protected(editor)
    code, right = code_of(authenticator.secret), []

    def give():
        with closing(connection):
            right.append(authenticator.accepts(code))

    threads = [threading.Thread(target=give) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(right) == [False, True]


def test_a_code_that_was_seen_is_of_no_use_to_another(editor):
    authenticator = protected(editor)
    code = code_of(authenticator.secret)
    assert gave_password(editor).post(CODE, {"code": code}).status_code == 302
    thief = gave_password(editor)
    assert "đã được dùng" in thief.post(CODE, {"code": code}).content.decode()
    older = thief.post(CODE, {"code": code_of(authenticator.secret, -1)})
    assert older.status_code == 200
    assert not is_signed_in(thief)


@pytest.mark.parametrize("code", ["", "12345", "١٢٣٤٥٦", "abcdef", "1" * 40, "a\0b", "-12345"])
def test_odd_codes_are_refused(editor, code):
    protected(editor)
    assert gave_password(editor).post(CODE, {"code": code}).status_code == 200


def test_guessing_codes_has_to_wait_and_the_owner_never_for_long(editor):
    authenticator = protected(editor)
    client = gave_password(editor)
    for _ in range(4):
        client.post(CODE, {"code": "000000"})
    waiting = client.post(CODE, {"code": code_of(authenticator.secret)})
    assert "Hãy đợi" in waiting.content.decode()
    assert not is_signed_in(client)
    Authenticator.objects.update(failures=1000)
    authenticator.refresh_from_db()
    assert authenticator.wait <= 300
    Authenticator.objects.update(failed_at=timezone.now() - timedelta(seconds=301))
    assert client.post(CODE, {"code": code_of(authenticator.secret)}).status_code == 302


def test_a_recovery_code_opens_once_in_any_spelling(editor):
    codes = protected(editor).new_recovery_codes()
    spelled = codes[0].upper().replace("-", " ")
    assert gave_password(editor).post(CODE, {"code": spelled}).status_code == 302
    assert gave_password(editor).post(CODE, {"code": codes[0]}).status_code == 200
    assert gave_password(editor).post(CODE, {"code": codes[1]}).status_code == 302


def test_the_step_between_lasts_ten_minutes_and_ends_with_a_new_password(editor, monkeypatch):
    authenticator = protected(editor)
    client = gave_password(editor)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 601)
    assert client.get(CODE)["Location"] == SIGN_IN
    monkeypatch.undo()
    client = gave_password(editor)
    editor.set_password("mot-mat-khau-moi")
    editor.save()
    assert client.post(CODE, {"code": code_of(authenticator.secret)})["Location"] == SIGN_IN


def test_setting_up_takes_a_right_code_and_shows_ten_codes_once(client, speaker):
    client.force_login(speaker)
    page = client.get(SET_UP)
    assert "<svg" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    secret = page.context["secret"].replace(" ", "")
    assert "Mã không đúng" in client.post(SET_UP, {"code": "000000"}).content.decode()
    assert rules.authenticator_of(speaker) is None
    done = client.post(SET_UP, {"code": code_of(secret)})
    assert len(done.context["codes"]) == 10
    stored = str(list(Authenticator.objects.get().recovery_codes.values()))
    assert not any(code.replace("-", "") in stored for code in done.context["codes"])
    assert client.get(SET_UP).context["secret"].replace(" ", "") != secret
    again = gave_password(speaker)
    assert again.post(CODE, {"code": code_of(secret)}).status_code == 200, "used to set it up"
    assert again.post(CODE, {"code": code_of(secret, 1)}).status_code == 302


def test_a_page_with_a_secret_is_not_compressed(client, speaker):
    client.force_login(speaker)
    page = client.get(SET_UP, headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in page


@pytest.mark.parametrize("alone", [True, False], ids=["by_itself", "with_all_others"])
def test_a_remembered_device_is_asked_for_no_code_until_it_is_forgotten(editor, alone):
    authenticator = protected(editor)
    client = gave_password(editor)
    client.post(CODE, {"code": code_of(authenticator.secret), "remember": "on"})
    cookie = client.cookies["thiet-bi"]
    assert cookie["httponly"]
    assert cookie["path"] == SIGN_IN
    client.post("/tai-khoan/dang-xuat/")
    gave_password(editor, ADMIN, client)
    assert client.get(CODE)["Location"] == "/quan-tri/"
    assert "Firefox trên Linux" in client.get(PAGE).content.decode()
    device = RememberedDevice.objects.get()
    assert cookie.value not in device.digest
    forget = (
        f"{PAGE}thiet-bi/{device.pk}/quen/" if alone else "/tai-khoan/phien/dang-xuat-noi-khac/"
    )
    client.post(forget)
    client.post("/tai-khoan/dang-xuat/")
    assert gave_password(editor, client=client).get(CODE).status_code == 200


def test_a_device_is_not_remembered_for_ever_for_others_or_over_a_new_password(editor, speaker):
    authenticator = protected(editor)
    token = authenticator.remember("Firefox")
    assert authenticator.remembers(token)
    assert not protected(speaker).remembers(token)
    assert not authenticator.remembers("")
    RememberedDevice.objects.update(made_at=timezone.now() - REMEMBERED)
    assert not authenticator.remembers(token)
    token = authenticator.remember("Firefox")
    editor.set_password("mot-mat-khau-moi")
    editor.save()
    assert not Authenticator.objects.get(person=editor).remembers(token)


def test_nobody_forgets_the_device_of_another(client, editor, speaker):
    protected(editor).remember("Firefox")
    client.force_login(speaker)
    client.post(f"{PAGE}thiet-bi/{RememberedDevice.objects.get().pk}/quen/")
    assert RememberedDevice.objects.exists()


@pytest.mark.parametrize("role", ["bien_tap_vien", "thu_ky", "quan_tri"])
def test_who_edits_needs_it_after_the_grace_and_gets_no_further_without(cast, role):
    person = cast[role]
    client = gave_password(person)
    assert "hãy <a href=" in client.get("/quan-tri/").content.decode()
    overdue(person)
    client = gave_password(person)
    for page in ("/quan-tri/", "/cong-tac-vien/", "/"):
        assert client.get(page)["Location"] == SET_UP, page
    for page in (SET_UP, PAGE, "/tai-khoan/", "/_/phien/"):
        assert client.get(page).status_code == 200, page
    secret = client.get(SET_UP).context["secret"].replace(" ", "")
    client.post(SET_UP, {"code": code_of(secret)})
    assert "hãy <a href=" not in client.get("/quan-tri/").content.decode()


def test_of_others_it_is_not_asked_and_they_may_switch_it_off(speaker, editor):
    client = gave_password(speaker)
    assert not Authenticator.objects.exists()
    assert "Không bắt buộc" in client.get(PAGE).content.decode()
    protected(speaker)
    client.post(f"{SET_UP}tat/")
    assert rules.authenticator_of(speaker) is None
    entry = Entry.objects.get(action="second_factor")
    assert (entry.person.user, entry.words) == (speaker, "tắt")
    authenticator = protected(editor)
    client = gave_password(editor)
    client.post(CODE, {"code": code_of(authenticator.secret)})
    client.post(f"{SET_UP}tat/")
    assert rules.authenticator_of(editor)


def test_the_demo_signs_in_by_password_alone_as_long_as_it_lasts(editor, settings, tmp_path):
    settings.VAR_DIR, settings.SECOND_FACTOR_GRACE = tmp_path, timedelta(0)
    editor.email = f"lan@{DOMAIN}"
    editor.save()
    assert rules.due_at(editor)
    (tmp_path / "demo-accounts.txt").write_text("lan lan-lan-1 bien_tap_vien\n")
    assert rules.due_at(editor) is None
    assert gave_password(editor).get("/quan-tri/").status_code == 200


def test_administrators_set_it_back_for_others_but_not_for_themselves(cast):
    tuan, lan = cast["quan_tri"], cast["bien_tap_vien"]
    own, other = protected(tuan), protected(lan)
    client = Client()
    client.force_login(tuan)
    base = "/quan-tri/accounts/authenticator/"
    assert other.secret not in client.get(f"{base}{other.pk}/change/").content.decode()
    assert client.post(f"{base}{own.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(f"{base}{other.pk}/delete/", {"post": "yes"})
    assert list(Authenticator.objects.all()) == [own]
    entry = Entry.objects.get(action="second_factor")
    assert (entry.person.user, entry.subject.user) == (tuan, lan)


def test_administrators_of_a_site_that_was_there_may(db):
    grants = import_module("accounts.migrations.0012_second_factor_permissions")
    permissions = Permission.objects.filter(codename__in=grants.CODENAMES)
    group = Group.objects.get(name="quan_tri")
    group.permissions.remove(*permissions)
    grants.grant(apps, None)
    assert group.permissions.filter(codename__in=grants.CODENAMES).count() == 2
