"""Asking for an account, and what the administrator makes of it."""

import pytest
from django.core.exceptions import ValidationError

from accounts.limits import MOST
from accounts.models import AccountRequest, AddressMark, State, User
from accounts.models.requests import DecidedError
from accounts.tasks import prune_accounts, prune_address_marks
from tests.factories import ago

pytestmark = pytest.mark.django_db
ASK = "/tai-khoan/de-nghi/"
WORDS = {
    "full_name": "Lò Thị Pành",
    "unit": "Đảng ủy xã Mường Bú",
    "phone": "0912 345 678",
    "email": "panh@xa.example",
    "role": "bao_cao_vien",
}
LISTED = "/quan-tri/accounts/accountrequest/"


@pytest.fixture
def asked(db):
    return AccountRequest.objects.create(**WORDS)


def test_anybody_asks_and_makes_no_account(client):
    assert "no-store" in client.get(ASK)["Cache-Control"]
    before = User.objects.count()
    assert client.post(ASK, WORDS)["Location"] == f"{ASK}da-nhan/"
    assert client.get(f"{ASK}da-nhan/").status_code == 200
    assert AccountRequest.objects.get().state == "Chờ duyệt"
    assert User.objects.count() == before


@pytest.mark.parametrize(
    "wrong", [{"full_name": ""}, {"phone": "x"}, {"email": "x"}, {"role": "quan_tri"}, {"unit": ""}]
)
def test_it_says_what_is_missing_and_keeps_what_was_typed(client, wrong):
    page = client.post(ASK, WORDS | wrong)
    assert "field__error" in page.content.decode()
    assert not AccountRequest.objects.exists()


def test_who_has_an_account_is_told_the_same(client, editor):
    User.objects.filter(pk=editor.pk).update(email="lan@tinh.example", phone="0912345678")
    known = client.post(ASK, WORDS | {"email": "lan@tinh.example"})
    unknown = client.post(ASK, WORDS)
    assert known["Location"] == unknown["Location"]
    assert AccountRequest.objects.count() == 2


def test_what_fills_the_trap_is_thanked_and_forgotten(client):
    assert client.post(ASK, WORDS | {"trap": "https://la.example"}).status_code == 302
    assert not AccountRequest.objects.exists()


def test_one_place_asks_so_often_and_others_go_on(client):
    for _ in range(MOST):
        assert client.post(ASK, WORDS).status_code == 302
    assert "thử lại sau" in client.post(ASK, WORDS).content.decode()
    elsewhere = client.post(ASK, WORDS, REMOTE_ADDR="203.0.113.7")
    assert elsewhere.status_code == 302


def test_no_address_is_kept_and_no_mark_longer_than_a_day(client):
    client.post(ASK, WORDS, REMOTE_ADDR="203.0.113.7")
    assert "203.0.113.7" not in str(AddressMark.objects.values_list())
    AddressMark.objects.update(at=ago(hours=25))
    prune_address_marks(0)
    assert not AddressMark.objects.exists()


def test_approving_invites_once(asked, administrator):
    person = asked.approve(administrator)
    assert person.state == State.INVITED
    assert person.email == "panh@xa.example"
    assert [group.name for group in person.groups.all()] == ["bao_cao_vien"]
    with pytest.raises(DecidedError):
        asked.approve(administrator)
    with pytest.raises(DecidedError):
        asked.refuse(administrator, "trùng")


def test_an_address_that_is_taken_stands_in_the_way(asked, administrator, editor):
    User.objects.filter(pk=editor.pk).update(email="Panh@xa.example")
    with pytest.raises(ValidationError, match="Đã có tài khoản"):
        asked.approve(administrator)
    asked.refresh_from_db()
    assert asked.decided_at is None


def test_the_administrator_decides_on_the_requests_page(client, administrator, asked):
    client.force_login(administrator)
    assert "Lò Thị Pành" in client.get(LISTED).content.decode()
    page = client.get(f"{LISTED}{asked.pk}/change/").content.decode()
    assert "Duyệt và mời" in page
    client.post(f"{LISTED}{asked.pk}/tu-choi/", {"reason": ""})
    asked.refresh_from_db()
    assert asked.state == "Chờ duyệt"
    response = client.post(f"{LISTED}{asked.pk}/duyet/")
    person = User.objects.get(username="lothipanh")
    assert response["Location"] == f"/quan-tri/accounts/user/{person.pk}/change/"
    client.get(LISTED)  # tells what was done
    assert "Lò Thị Pành" not in client.get(LISTED).content.decode()
    page = client.get(f"{LISTED}{asked.pk}/change/").content.decode()
    assert "Duyệt và mời" not in page


def test_only_administrators_see_and_decide(client, cast, asked):
    for role, person in cast.items():
        client.force_login(person)
        allowed = role == "quan_tri"
        assert (client.get(LISTED).status_code == 200) == allowed, role
        assert (client.get(f"{LISTED}{asked.pk}/change/").status_code == 200) == allowed, role
        if not allowed:
            client.post(f"{LISTED}{asked.pk}/duyet/")
    asked.refresh_from_db()
    assert asked.decided_at is None


def test_old_requests_are_forgotten(asked):
    prune_accounts(0)
    assert AccountRequest.objects.exists()
    AccountRequest.objects.update(made_at=ago(days=91))
    prune_accounts(0)
    assert not AccountRequest.objects.exists()
