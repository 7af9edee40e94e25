"""Which passwords are refused, and old hashes that came from NukeViet."""

import base64
import hashlib

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import identify_hasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.hashers import NukeVietHasher
from accounts.models import User

PERSON = User(
    username="nguyenvanan",
    full_name="Nguyễn Văn An",
    phone="0912 345 678",
    email="an.nguyen@tinh.example",
)


@pytest.mark.parametrize(
    "word",
    [
        "ngan-ngay",
        "matkhau2025",
        "Mật khẩu 2026!",
        "anhyeuem@123",
        "ANHYÊUEM999",
        "1234567890",
        "0987 654 321",
        "aaaaaaaaaaaa",
        "qwertyuiop",
        "vietnamvodich!",
        "tuyengiao@2026",
        "Nguyễn Văn An 1",
        "nguyenvanan123",
        "0912345678an",
        "an.nguyen@tinh.example",
    ],
)
def test_it_refuses_what_is_short_common_or_ones_own_name(word):
    with pytest.raises(ValidationError):
        validate_password(word, PERSON)


@pytest.mark.parametrize(
    "word",
    ["ruộng trâu sương mù", "khong ai doan duoc dau", "kwmz-73hr-tqyd-9xfe", "ẾchNhảyXuốngGiếng"],
)
def test_length_is_enough_without_classes_of_characters(word):
    validate_password(word, PERSON)


def stored(prefix, name, salt=b"a1f3"):
    """As Core/Encryption.php of NukeViet writes it."""
    content = hashlib.new(name, "Mật-khẩu-cũ".encode() + salt).digest() + salt
    return f"{{{prefix}}}{base64.b64encode(content).decode()}"


OLD = [
    stored("SSHA512", "sha512"),
    stored("SSHA256", "sha256"),
    stored("SSHA", "sha1"),
    stored("SHA", "sha1", salt=b""),
    stored("MD5", "md5", salt=b""),
]


@pytest.mark.django_db
@pytest.mark.parametrize("old", OLD)
def test_an_old_hash_is_wrapped_lets_in_and_is_replaced_at_the_first_sign_in(settings, old):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "accounts.hashers.NukeVietHasher",
    ]
    person = User.objects.create(username="mai", password=NukeVietHasher().wrap(old))
    assert old.partition("}")[2] not in person.password
    assert identify_hasher(person.password).algorithm == "nukeviet"
    assert authenticate(username="mai", password="sai") is None
    person.refresh_from_db()
    assert person.password.startswith("nukeviet$")
    assert authenticate(username="mai", password="Mật-khẩu-cũ") == person
    person.refresh_from_db()
    assert person.password.startswith("argon2$argon2id$")
    assert authenticate(username="mai", password="Mật-khẩu-cũ") == person


@pytest.mark.parametrize(
    "odd", ["", "abc", "{CRYPT}xyz", "{SSHA512}", "{SSHA512}!!!!", "{MD5}" + "A" * 8, OLD[4][:-4]]
)
def test_what_is_no_hash_of_nukeviet_is_refused(odd):
    with pytest.raises(ValueError, match="NukeViet"):
        NukeVietHasher().wrap(odd)
