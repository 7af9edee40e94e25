"""Inviting by a list: nothing is written before it was seen and confirmed."""

import time
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.invitations.carrying_out import DoneError, carry_out
from accounts.invitations.planning import Outcome, counts, plan
from accounts.models import InvitationList, OneTimeLink, State, User
from tests.factories import make_person

pytestmark = pytest.mark.django_db
UPLOAD = "/quan-tri/accounts/user/danh-sach/"
HEAD = "Họ và tên,Đơn vị,Chức vụ,Điện thoại,Email,Vai trò,Hạn dùng,Tên đăng nhập"


@pytest.fixture
def upload(client, administrator):
    """Upload lines under the usual headings; the response, and the list where there is one."""
    client.force_login(administrator)

    def send(*lines, head=HEAD, role="bao_cao_vien"):
        content = "\n".join([head, *lines]).encode()
        file = SimpleUploadedFile("danh-sach.csv", content)
        group = Group.objects.get(name=role)
        client.post(UPLOAD, {"file": file, "role": group.pk})
        return InvitationList.objects.order_by("pk").last()

    return send


def lines_of(kept, administrator):
    return plan(kept.rows, kept.role.name, administrator)


def test_the_preview_writes_nothing_and_the_confirmation_everything(client, upload):
    before = User.objects.count()
    kept = upload("Lò Văn Inh,Xã Mường Bú,Bí thư,912345678,inh@xa.example,,31/12/2030,")
    page = client.get(f"{UPLOAD}{kept.pk}/").content.decode()
    assert "Sẽ mời (1)" in page
    assert User.objects.count() == before
    client.post(f"{UPLOAD}{kept.pk}/")
    person = User.objects.get(username="lovaninh")
    assert person.state == State.INVITED
    assert person.phone == "0912345678"
    assert person.valid_until.year == 2030
    assert [group.name for group in person.groups.all()] == ["bao_cao_vien"]
    assert not person.is_staff


def test_bad_rows_are_told_by_their_number_and_good_ones_go(client, upload, administrator):
    kept = upload(
        "Lò Văn Inh,,,,,,,",
        "=HYPERLINK(1),,,,,,,",
        "Giàng Thị Mỷ,,,,khong-phai-email,,,",
        ",Xã Mường Bú,,,,,,",
        "Vàng A Dế,,,,,Giám đốc,,",
        "Sùng A Chu,,,,,Quản trị,,",
        "Hạng A Lử,,,,,,31/02/2030,",
        "Quàng Văn Ín,,,,,,01/01/2020,",
        "Lò Văn Inh,,,,,,,",
    )
    lines = lines_of(kept, administrator)
    assert [line.number for line in lines if line.outcome == Outcome.ERROR] == list(range(3, 11))
    told = {line.number: line.words for line in lines}
    assert "công thức" in told[3]
    assert "thiếu họ và tên" in told[5]
    assert "Giám đốc" in told[6]
    assert "Quản trị" in told[7]
    assert told[10] == "trùng với dòng 2"
    client.post(f"{UPLOAD}{kept.pk}/")
    assert User.objects.filter(full_name="Lò Văn Inh").count() == 1


def test_a_list_is_carried_out_once(upload, administrator):
    kept = upload("Lò Văn Inh,,,,,,,")
    carry_out(kept.pk, administrator, mail=False)
    with pytest.raises(DoneError):
        carry_out(kept.pk, administrator, mail=False)
    assert User.objects.filter(full_name="Lò Văn Inh").count() == 1


def test_the_same_list_again_changes_nothing(upload, administrator):
    people = ["Lò Văn Inh,Xã Mường Bú,,,,,,", "Vàng A Dế,,,0912 345 678,,,,", "An,,,,an@x.vn,,,"]
    carry_out(upload(*people).pk, administrator, mail=False)
    assert counts(lines_of(upload(*people), administrator))[Outcome.SAME] == 3


def test_a_known_person_is_updated_and_keeps_what_the_row_does_not_say(
    upload, administrator, editor
):
    User.objects.filter(pk=editor.pk).update(position="Chuyên viên", email="lan@tinh.example")
    kept = upload("Hoàng Thị Lan,Phòng Khoa giáo,,,LAN@tinh.example,,,", role="thu_ky")
    assert lines_of(kept, administrator)[0].words == "họ và tên, đơn vị, thêm Thư ký tòa soạn"
    carry_out(kept.pk, administrator, mail=False)
    editor.refresh_from_db()
    assert (editor.unit, editor.position) == ("Phòng Khoa giáo", "Chuyên viên")
    assert set(editor.groups.values_list("name", flat=True)) == {"bien_tap_vien", "thu_ky"}
    assert editor.has_usable_password()


def test_it_moves_no_address_and_touches_no_superuser(upload, administrator, editor, speaker):
    User.objects.filter(pk=editor.pk).update(email="lan@tinh.example")
    User.objects.filter(pk=speaker.pk).update(is_superuser=True)
    kept = upload("Lan,,,,ke-la@x.example,,,lan", "Giàng,,,,,,,giang")
    assert counts(lines_of(kept, administrator))[Outcome.ERROR] == 2


def test_two_people_of_one_name_are_two_accounts(upload, administrator):
    kept = upload("Nguyễn Văn An,,,,an1@x.vn,,,", "Nguyễn Văn An,,,,an2@x.vn,,,")
    carry_out(kept.pk, administrator, mail=False)
    names = User.objects.filter(full_name="Nguyễn Văn An").values_list("username", flat=True)
    assert set(names) == {"nguyenvanan", "nguyenvanan2"}


def test_letters_are_sent_where_mail_is_set_up_and_asked_for(client, settings, upload):
    settings.EMAIL_HOST = "mail.example"
    kept = upload("Lò Văn Inh,,,,inh@xa.example,,,", "Vàng A Dế,,,,,,,")
    client.post(f"{UPLOAD}{kept.pk}/", {"mail": "on"})
    person = User.objects.get(email="inh@xa.example")
    args = ProcrastinateJob.objects.values_list("args", flat=True)
    assert [job["person_id"] for job in args if "by_id" in job] == [person.pk]


def test_slips_are_for_those_who_have_no_password_yet(client, upload, administrator):
    kept = upload("Lò Văn Inh,Xã Mường Bú,,,,,,", "Vàng A Dế,,,,,,,")
    carry_out(kept.pk, administrator, mail=False)
    User.objects.filter(full_name="Vàng A Dế").update(password="md5$a$b")
    response = client.post(f"{UPLOAD}{kept.pk}/phieu/")
    page = response.content.decode()
    assert "Lò Văn Inh" in page
    assert "Vàng A Dế" not in page
    assert "no-store" in response["Cache-Control"]
    link = OneTimeLink.objects.get()
    assert link.person.full_name == "Lò Văn Inh"
    code = page.partition('accounts-slip__word">')[2].partition("<")[0]
    assert client.get(f"/tai-khoan/ma/{code}/").status_code == 200


def test_a_bad_file_is_told_on_the_page(client, administrator):
    client.force_login(administrator)
    file = SimpleUploadedFile("x.csv", b"a,b\n1,2\n")
    group = Group.objects.get(name="bao_cao_vien")
    page = client.post(UPLOAD, {"file": file, "role": group.pk}).content.decode()
    assert "Không thấy cột" in page
    assert not InvitationList.objects.exists()


def test_only_administrators_invite(client, editor, speaker, upload):
    kept = upload("Lò Văn Inh,,,,,,,")
    for person in (editor, speaker, make_person("minh", "thu_ky")):
        client.force_login(person)
        for address in (UPLOAD, f"{UPLOAD}{kept.pk}/", f"{UPLOAD}{kept.pk}/phieu/"):
            assert client.post(address).status_code in (302, 403), person
    assert not User.objects.filter(full_name="Lò Văn Inh").exists()


def test_ten_thousand_people_are_invited_within_a_minute(client, upload, administrator):
    until = localdate() + timedelta(days=900)
    people = (
        f"Nguyễn Văn {n % 40},Xã {n},,,p{n}@x.example,,{until:%d/%m/%Y}," for n in range(10_000)
    )
    start = time.monotonic()
    kept = upload(*people)
    assert client.get(f"{UPLOAD}{kept.pk}/").status_code == 200
    assert carry_out(kept.pk, administrator, mail=False).counts[Outcome.INVITE] == 10_000
    assert time.monotonic() - start < 60
