"""Guessing is slow, and keeps out nobody but who guesses."""

import time
from statistics import median

import pytest
from django.test import Client

from accounts.signing_in import throttle
from accounts.signing_in.addresses import networks

pytestmark = pytest.mark.django_db

SIGN_IN = "/tai-khoan/dang-nhap/"
OFFICE, HOME = "203.0.113.9", "198.51.100.7"


@pytest.fixture(autouse=True)
def waited(monkeypatch):
    """What a sign-in would have waited, in seconds."""
    waits = []
    monkeypatch.setattr(throttle.time, "sleep", waits.append)
    return waits


def tries(name, password, address=OFFICE, page=SIGN_IN, **headers):
    data = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address, headers=headers).post(page, data)


def locked_by(limit, name="lan", address=OFFICE):
    for _ in range(limit):
        last = tries(name, "sai", address)
    return last


def test_brute_force_from_one_place_ends_even_with_the_right_password(editor, settings):
    last = locked_by(settings.AXES_FAILURE_LIMIT)
    assert last.status_code == 429
    assert "thử lại sau 15 phút" in last.content.decode()
    refused = tries("lan", "lan-lan-1")
    assert refused.status_code == 429
    assert tries("lan", "lan-lan-1", page="/quan-tri/login/").status_code == 429
    assert tries(" LAN ", "lan-lan-1").status_code == 429


def test_a_stranger_locks_out_neither_the_owner_elsewhere_nor_the_office(
    editor, speaker, settings, waited
):
    locked_by(settings.AXES_FAILURE_LIMIT)
    assert tries("giang", "giang-giang-1").status_code == 302
    assert tries("lan", "lan-lan-1", HOME).status_code == 302
    assert max(waited) <= throttle.LONGEST == 2


def test_guesses_at_one_name_from_everywhere_only_slow_it_down(editor, waited):
    for number in range(30):
        assert tries("lan", "sai", f"192.0.2.{number}").status_code == 200
    assert waited[0] == throttle.STEP
    assert waited[-1] == throttle.LONGEST
    assert tries("lan", "lan-lan-1", HOME).status_code == 302


def test_a_flood_of_guesses_takes_no_more_than_its_seats(editor, waited, monkeypatch):
    monkeypatch.setattr(throttle, "delay", lambda name: 2)
    with throttle.seats, throttle.seats:
        throttle.wait("lan")
    assert waited == []
    throttle.wait("lan")
    assert waited == [2]


def test_a_forged_header_makes_no_new_place(editor, settings):
    settings.TRUSTED_PROXIES = networks("")
    for number in range(settings.AXES_FAILURE_LIMIT):
        last = tries("lan", "sai", **{"x-forwarded-for": f"192.0.2.{number}"})
    assert last.status_code == 429


def test_a_right_password_forgets_the_wrong_ones(editor, settings):
    locked_by(settings.AXES_FAILURE_LIMIT - 1)
    assert tries("lan", "lan-lan-1").status_code == 302
    assert locked_by(settings.AXES_FAILURE_LIMIT - 1).status_code == 200


def test_a_name_that_nobody_has_is_answered_as_one_that_somebody_has(editor, settings):
    settings.AXES_FAILURE_LIMIT = 3
    for _ in range(4):
        known, unknown = tries("lan", "sai"), tries("khong", "sai")
        assert known.status_code == unknown.status_code
        assert known.context["form"].errors == unknown.context["form"].errors
    assert known.status_code == 429


def test_names_cannot_be_told_by_the_time_of_the_answer(editor, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    editor.set_password("lan-lan-1")
    editor.save()
    seconds = {"lan": [], "khong": []}
    for number in range(50):
        for name, taken in seconds.items():
            start = time.perf_counter()
            tries(name, "sai", f"192.0.2.{number}")
            taken.append(time.perf_counter() - start)
    known, unknown = (median(taken) for taken in seconds.values())
    assert 1 / 1.2 < known / unknown < 1.2
