"""Inviting one person in the admin, and new links by slip or letter."""

import pytest
from django.contrib.auth.models import Group

from accounts.models import State, User

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/accounts/user/add/"


@pytest.fixture
def form(client, administrator):
    client.force_login(administrator)
    return {"full_name": "Lò Thị Pành", "groups": [Group.objects.get(name="bien_tap_vien").pk]}


def test_an_administrator_invites_without_typing_a_password(client, form):
    page = client.get(ADD).content.decode()
    assert 'type="password"' not in page
    client.post(ADD, form)
    person = User.objects.get(username="lothipanh")
    assert person.state == State.INVITED
    assert person.is_staff, "an editor works in the admin"
    again = client.post(ADD, form)
    assert again.status_code == 302
    assert User.objects.filter(username="lothipanh2").exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"full_name": ""}, "bắt buộc"),
        ({"groups": []}, "bắt buộc"),
        ({"email": "TUAN@tinh.example"}, "Đã có tài khoản dùng email này"),
        ({"username": "TUAN"}, "Đã có tài khoản với tên đăng nhập này"),
        ({"phone": "không có"}, "Số điện thoại"),
    ],
)
def test_it_says_what_is_wrong(client, form, wrong, told):
    User.objects.filter(username="tuan").update(email="tuan@tinh.example")
    assert told in client.post(ADD, form | wrong).content.decode()


def test_a_slip_is_printed_by_a_post_alone(client, form, editor):
    address = f"/quan-tri/accounts/user/{editor.pk}/phieu/"
    assert client.get(address).status_code == 405
    page = client.post(address).content.decode()
    assert "Phiếu đặt lại mật khẩu" in page
    assert "<svg" in page


def test_slips_of_the_chosen_leave_out_those_who_may_not_sign_in(client, form, editor, speaker):
    speaker.suspend()
    chosen = {"action": "print_slips", "_selected_action": [editor.pk, speaker.pk]}
    page = client.post("/quan-tri/accounts/user/", chosen).content.decode()
    assert page.count('class="accounts-slip"') == 1
    assert "Bỏ qua" in page
