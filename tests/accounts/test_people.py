"""Where an account stands, and who is let in."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate

from accounts.administrators import LastAdministratorError, keeping_one
from accounts.models import State, User
from tests.factories import make_person

pytestmark = pytest.mark.django_db

YESTERDAY = {"valid_until": localdate() - timedelta(days=1)}


def sign_in(client, person):
    words = {"username": person.username, "password": f"{person.username}-{person.username}-1"}
    return client.post("/tai-khoan/dang-nhap/", words).status_code == 302


def is_in(client):
    return client.get("/tai-khoan/").status_code == 200


@pytest.mark.parametrize("change", [{"is_active": False}, YESTERDAY])
def test_the_suspended_and_the_expired_neither_sign_in_nor_stay_in(client, editor, change):
    assert sign_in(client, editor)
    assert is_in(client)
    User.objects.filter(pk=editor.pk).update(**change)
    assert not is_in(client)
    assert not sign_in(client, editor)


def test_the_last_day_is_a_whole_day(client, editor):
    User.objects.filter(pk=editor.pk).update(valid_until=localdate())
    assert sign_in(client, editor)


def test_an_ended_session_does_not_live_again_when_the_account_is_opened(client, editor):
    client.force_login(editor)
    editor.suspend()
    editor.reactivate()
    assert not is_in(client)
    assert sign_in(client, editor)


def test_an_invited_person_does_not_sign_in_before_choosing_a_password(client, editor):
    editor.set_unusable_password()
    editor.save()
    assert not sign_in(client, editor)
    for guess in ("", "!", editor.password):
        words = {"username": editor.username, "password": guess}
        assert client.post("/tai-khoan/dang-nhap/", words).status_code == 200


def test_a_username_is_known_in_any_case_and_once(client, editor):
    assert client.login(username="LAN", password="lan-lan-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("LAN")


def test_an_email_belongs_to_one_account_and_no_email_to_many(editor, speaker):
    User.objects.filter(pk=editor.pk).update(email="lan@tinh.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=speaker.pk).update(email="Lan@Tinh.example")


def test_the_state_of_one_and_of_many_agree(cast):
    roles = iter(cast.values())
    expected = {State.ACTIVE: next(roles), State.SUSPENDED: next(roles)}
    expected |= {State.EXPIRED: next(roles), State.INVITED: next(roles)}
    expected[State.SUSPENDED].suspend()
    User.objects.filter(pk=expected[State.EXPIRED].pk).update(**YESTERDAY)
    User.objects.filter(pk=expected[State.INVITED].pk).update(password="!abc")
    next(roles).delete()
    for state, person in expected.items():
        person.refresh_from_db()
        assert person.state == state
        assert list(User.objects.in_state(state)) == [person]


def test_the_last_administrator_stays(administrator):
    def fails(change):
        with pytest.raises(LastAdministratorError), keeping_one():
            change()
        administrator.refresh_from_db()
        assert administrator.state == State.ACTIVE

    fails(administrator.suspend)
    fails(administrator.groups.clear)
    fails(lambda: User.objects.filter(pk=administrator.pk).update(**YESTERDAY))
    fails(lambda: User.objects.filter(pk=administrator.pk).update(is_staff=False))
    second = make_person("binh", "quan_tri")
    with keeping_one():
        administrator.suspend()
    fails_again = pytest.raises(LastAdministratorError)
    with fails_again, keeping_one():
        second.suspend()


def test_an_administrator_suspends_and_has_back(client, administrator, editor):
    client.force_login(administrator)
    client.post(f"/quan-tri/accounts/user/{editor.pk}/tam-khoa/")
    editor.refresh_from_db()
    assert editor.state == State.SUSPENDED
    assert "Mở lại" in client.get(f"/quan-tri/accounts/user/{editor.pk}/change/").content.decode()
    client.post(f"/quan-tri/accounts/user/{editor.pk}/mo-lai/")
    editor.refresh_from_db()
    assert editor.state == State.ACTIVE


def test_the_form_does_not_shut_the_last_administrator_out(client, administrator):
    client.force_login(administrator)
    address = f"/quan-tri/accounts/user/{administrator.pk}/change/"
    form = {"full_name": "Tuấn", "username": "tuan", "is_staff": "on", "groups": []}
    page = client.post(address, form, follow=True)
    assert "quản trị viên cuối cùng" in page.content.decode()
    assert "thành công" not in page.content.decode()
    assert administrator.groups.exists()
    client.post(f"/quan-tri/accounts/user/{administrator.pk}/tam-khoa/")
    assert client.get(address).status_code == 200


def test_only_administrators_suspend_and_only_by_a_post(client, cast):
    address = f"/quan-tri/accounts/user/{cast['cong_tac_vien'].pk}/tam-khoa/"
    for role in ("bien_tap_vien", "thu_ky"):
        client.force_login(cast[role])
        assert client.post(address).status_code == 403
    client.force_login(cast["quan_tri"])
    assert client.get(address).status_code == 405


def test_nobody_suspends_a_superuser_but_a_superuser(client, administrator, editor):
    User.objects.filter(pk=editor.pk).update(is_superuser=True)
    client.force_login(administrator)
    assert client.post(f"/quan-tri/accounts/user/{editor.pk}/tam-khoa/").status_code == 403


def test_the_list_is_narrowed_down_in_few_queries(
    client, administrator, editor, django_assert_max_num_queries
):
    User.objects.filter(pk=editor.pk).update(unit="Phòng Khoa giáo")
    client.force_login(administrator)
    words = "?trang-thai=active&vai-tro=bien_tap_vien&don-vi=Phòng Khoa giáo"
    with django_assert_max_num_queries(12):
        page = client.get(f"/quan-tri/accounts/user/{words}").content.decode()
    assert "Biên tập viên" in page
    assert client.get("/quan-tri/accounts/user/?password__startswith=!").status_code == 400


@pytest.mark.parametrize(
    ("index", "facts"),
    [
        ("user_username_in_any_case", [{"username": "Lan"}, {"username": "lan"}]),
        (
            "user_email_once",
            [
                {"username": "lan", "email": "Ban@vi-du.vn"},
                {"username": "mai", "email": "ban@vi-du.vn"},
            ],
        ),
    ],
)
def test_the_migration_to_one_spelling_names_the_twins_and_changes_nothing(index, facts):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {index}")
    refuse = import_module("accounts.migrations.0005_people").refuse_twins
    User.objects.create(username="minh")
    with connection.schema_editor() as editor:
        refuse(apps, editor)
        first, second = [User.objects.create(**each) for each in facts]
        with pytest.raises(ValueError, match="chỉ khác nhau chữ hoa") as refused:
            refuse(apps, editor)
    for person in (first, second):
        assert f"(số {person.pk})" in str(refused.value)
    assert "minh" not in str(refused.value)
