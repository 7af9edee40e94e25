"""The demo's people: one a role, with random passwords kept in a file for whoever runs the demo."""

import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import STAFF

PEOPLE = {  # role: username and name
    "bao_cao_vien": ("baocaovien", "Giàng Thị Mỷ"),
    "cong_tac_vien": ("congtacvien", "Lò Văn Inh"),
    "bien_tap_vien": ("bientapvien", "Hoàng Thu Quế"),
    "thu_ky": ("thuky", "Đặng Minh Sơn"),
    "quan_tri": ("quantri", "Trần Ngọc Bình"),
}
DOMAIN = "demo.example"  # of their e-mail addresses: tells them from people of the same username
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is taken for something else


def ensure_people(path: Path) -> list[str]:
    """Make the people and the file where they are missing; give the usernames that are not ours.

    A line of the file: username, password, role.
    """
    passwords, lines, strangers = read(path), [], []
    for role, (username, name) in PEOPLE.items():
        person = User.objects.filter(username=username).first()
        if person and person.email != f"{username}@{DOMAIN}":
            strangers.append(username)
            continue
        password = passwords.get(username) or new_password()
        lines.append(f"{username} {password} {role}")
        if person is None:
            make(username, name, password, role)
        elif username not in passwords:
            person.set_password(password)
            person.save(update_fields=["password"])
    text = "".join(f"{line}\n" for line in lines)
    if not path.exists() or path.read_text() != text:
        write(path, text)
    return strangers


def make(username, name, password, role):
    person = User.objects.create_user(
        username,
        f"{username}@{DOMAIN}",
        password,
        full_name=name,
        is_staff=role in STAFF,
    )
    person.groups.add(Group.objects.get(name=role))


def new_password():
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def read(path):
    """{username: password}"""
    lines = path.read_text().splitlines() if path.exists() else []
    parts = [line.split() for line in lines]
    return {words[0]: words[1] for words in parts if len(words) == 3}


def write(path, text):
    """At once and for our eyes only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    draft.replace(path)
