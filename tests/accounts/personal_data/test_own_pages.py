"""What a person sees, changes, takes along and asks for."""

import json
from datetime import date

import pytest
from django.core import mail
from django.utils.timezone import localdate

from accounts.models import Authenticator, DataRequest, Holiday, OneTimeLink, User
from accounts.models.wishes import due_day
from tests.factories import make_article

pytestmark = pytest.mark.django_db
FACTS = "/tai-khoan/thong-tin/"
ASK = "/tai-khoan/du-lieu-cua-toi/yeu-cau/"
PASSWORD = {"current_password": "lan-lan-1"}


@pytest.fixture
def lan(client, editor):
    client.force_login(editor)
    return editor


@pytest.mark.parametrize(
    "address",
    [FACTS, ASK, "/tai-khoan/", "/tai-khoan/doi-mat-khau/", "/tai-khoan/du-lieu-cua-toi/"],
)
def test_the_pages_are_for_those_who_are_signed_in_and_kept_nowhere(client, editor, address):
    assert client.get(address)["Location"].startswith("/tai-khoan/dang-nhap/")
    client.force_login(editor)
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_contact_facts_are_changed_at_once(client, lan):
    client.post(FACTS, {"unit": "Phòng Khoa giáo", "position": "", "phone": "0912 345 678"})
    lan.refresh_from_db()
    assert (lan.unit, lan.phone) == ("Phòng Khoa giáo", "0912 345 678")
    assert "Phòng Khoa giáo" in client.get("/tai-khoan/").content.decode()


def test_an_address_is_changed_with_the_password_alone(client, lan, speaker):
    client.post(FACTS, {"email": "lan@tinh.example"})
    lan.refresh_from_db()
    assert lan.email == ""
    client.post(FACTS, {"email": "Lan@tinh.example", **PASSWORD})
    lan.refresh_from_db()
    assert lan.email == "lan@tinh.example"
    User.objects.filter(pk=speaker.pk).update(email="giang@tinh.example")
    page = client.post(FACTS, {"email": "giang@tinh.example", **PASSWORD})
    assert "Đã có tài khoản dùng email này" in page.content.decode()


def test_where_letters_can_be_sent_an_address_counts_once_its_link_was_opened(
    client, settings, lan
):
    settings.EMAIL_HOST = "mail.example"
    client.post(FACTS, {"email": "lan@tinh.example", **PASSWORD})
    lan.refresh_from_db()
    assert lan.email == ""
    assert mail.outbox[0].to == ["lan@tinh.example"]
    path = mail.outbox[0].body.partition(settings.SITE_URL)[2].split()[0]
    assert client.get(path).status_code == 200
    lan.refresh_from_db()
    assert lan.email == "", "looking changes nothing"
    client.post(path)
    lan.refresh_from_db()
    assert lan.email == "lan@tinh.example"
    assert client.post(path).status_code == 410


def test_an_address_that_became_anothers_meanwhile_is_refused(client, lan, speaker):
    link = OneTimeLink.objects.make([lan], "email", email="chung@tinh.example")[0]
    User.objects.filter(pk=speaker.pk).update(email="chung@tinh.example")
    assert client.post(f"/tai-khoan/ma/{link.code}/").status_code == 410
    lan.refresh_from_db()
    assert lan.email == ""


def test_an_email_link_chooses_no_password(client, lan):
    link = OneTimeLink.objects.make([lan], "email", email="lan@tinh.example")[0]
    words = dict.fromkeys(("new_password1", "new_password2"), "ruộng trâu sương mù")
    client.post(f"/tai-khoan/ma/{link.code}/", words)
    lan.refresh_from_db()
    assert lan.check_password("lan-lan-1")


def test_a_password_is_changed_and_this_browser_stays(client, lan):
    new = dict.fromkeys(("new_password1", "new_password2"), "ruộng trâu sương mù")
    bad = client.post("/tai-khoan/doi-mat-khau/", {"old_password": "sai", **new})
    assert bad.status_code == 200
    client.post("/tai-khoan/doi-mat-khau/", {"old_password": "lan-lan-1", **new})
    lan.refresh_from_db()
    assert lan.check_password("ruộng trâu sương mù")
    assert client.get("/tai-khoan/").status_code == 200


def test_own_data_is_a_file_with_all_that_is_known_and_no_secret(client, lan, speaker):
    make_article("Bài của Lan", created_by=lan)
    make_article("Bài của người khác", created_by=speaker)
    link = OneTimeLink.objects.make([lan])[0]
    Authenticator.objects.create(person=lan, secret="JBSWY3DPEHPK3PXP")
    response = client.get("/tai-khoan/du-lieu-cua-toi/")
    assert "attachment" in response["Content-Disposition"]
    text = response.content.decode()
    data = json.loads(text)
    assert data["tài khoản"]["họ và tên"] == "Lan"
    assert data["vai trò"] == ["Biên tập viên"]
    assert "Bài của Lan" in text
    assert "Bài của người khác" not in text
    key = client.session.session_key
    for secret in (lan.password, link.token_hash, link.code, key, "JBSWY3DPEHPK3PXP"):
        assert secret not in text


def test_a_request_runs_against_its_clock_and_once_at_a_time(client, lan):
    assert "cần đính chính" in client.post(ASK, {"kind": "correction"}).content.decode()
    client.post(ASK, {"kind": "correction", "words": "Họ tên đúng là Hoàng Thị Lan"})
    asked = DataRequest.objects.get()
    assert asked.due_on == Holiday.objects.calendar().after(localdate(), 2)
    again = client.post(ASK, {"kind": "correction", "words": "Nữa"})
    assert "đang được xử lý" in again.content.decode()
    client.post(ASK, {"kind": "deletion"})
    assert DataRequest.objects.count() == 2
    assert "ngày làm việc" in client.get("/tai-khoan/").content.decode()


def test_the_day_is_hanois(monkeypatch):
    """At 18:00 UTC on Sunday it is Monday there."""
    monkeypatch.setattr("accounts.models.wishes.localdate", lambda: date(2026, 11, 23))
    assert due_day() == date(2026, 11, 25)
