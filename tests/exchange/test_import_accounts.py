"""Accounts come over with the passwords that their people know."""

import base64
import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.audit.models import Entry
from accounts.models import State, User

pytestmark = pytest.mark.django_db

SALT = b"\x01\x02\x03\x04"
HEADINGS = "Họ và tên,Tên đăng nhập,Email,Mật khẩu đã băm"


def nukeviet(password):
    digest = hashlib.sha512(password.encode() + SALT).digest()
    return "{SSHA512}" + base64.b64encode(digest + SALT).decode()


@pytest.fixture
def import_list(tmp_path):
    def run(*rows, **options):
        path = tmp_path / "tai-khoan.csv"
        path.write_text("\n".join([HEADINGS, *rows]))
        out, err = StringIO(), StringIO()
        try:
            call_command("import_accounts", str(path), stdout=out, stderr=err, **options)
        except CommandError as error:
            err.write(str(error))
        return out.getvalue(), err.getvalue()

    return run


def test_an_old_password_signs_in_and_is_never_stored_bare(import_list, client, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "accounts.hashers.NukeVietHasher",
    ]
    stored = nukeviet("mật khẩu cũ của tôi")
    out, _ = import_list(f"Vàng A Sử,vangasu,su@example.org,{stored}", "Lò Thị Mai,lomai,,")
    person = User.objects.get(username="vangasu")
    assert stored.split("}")[1] not in person.password
    assert person.groups.get().name == "bao_cao_vien"
    assert "giữ mật khẩu cũ: 1" in out
    facts = {"username": "vangasu", "password": "mật khẩu cũ của tôi"}
    assert client.post("/tai-khoan/dang-nhap/", facts).status_code == 302
    person.refresh_from_db()
    assert person.password.startswith("argon2$")
    assert User.objects.get(username="lomai").state == State.INVITED
    assert Entry.objects.filter(action="import").exists()


def test_a_bad_line_is_named_and_the_others_go_in(import_list):
    _, err = import_list("Vàng A Sử,vangasu,,$2y$10$abcdefghijk", "Lò Thị Mai,lomai,,")
    assert "dòng 2: mật khẩu đã băm không phải của NukeViet" in err
    assert list(User.objects.values_list("username", flat=True)) == ["lomai"]


def test_a_second_run_changes_nothing(import_list):
    row = f"Vàng A Sử,vangasu,su@example.org,{nukeviet('mật khẩu cũ của tôi')}"
    import_list(row)
    before = User.objects.values().get()
    out, _ = import_list(row)
    assert "không đổi 1" in out
    assert User.objects.values().get() == before


def test_a_dry_run_writes_nothing(import_list):
    import_list("Lò Thị Mai,lomai,,", dry_run=True)
    assert not User.objects.exists()


def test_a_list_of_nobody_is_refused(import_list):
    _, err = import_list()
    assert "Danh sách không có dòng nào" in err
