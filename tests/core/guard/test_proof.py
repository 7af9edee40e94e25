"""Challenges: asked of anybody, good for ten minutes, forgotten afterwards."""

from datetime import timedelta

from django.utils import timezone

from core.guard import proof
from core.guard.models import SpentProof
from core.guard.tasks import forget_guard
from tests.factories import ago
from tests.proofs import solved


def test_anybody_gets_a_challenge_and_no_cookie(client):
    first, second = client.get("/_/thu-thach/"), client.get("/_/thu-thach/")
    assert first.json()["parameters"]["cost"] == proof.ROUNDS
    assert first.json()["signature"] != second.json()["signature"]
    assert "no-store" in first["Cache-Control"]
    assert not first.cookies
    assert client.post("/_/thu-thach/").status_code == 405


def test_the_answer_tells_until_when_it_is_good():
    given = proof.read(solved())
    left = given.expires_at - timezone.now()
    assert timedelta(minutes=9) < left <= proof.LASTS


def test_a_challenge_that_is_over_is_refused(monkeypatch):
    monkeypatch.setattr(proof, "LASTS", timedelta(seconds=-1))
    assert proof.read(solved()) is None


def test_a_challenge_of_another_key_is_refused(settings):
    answer = solved()
    assert proof.read(answer)
    settings.SECRET_KEY = "another-key-of-another-portal-0123456789-0123456789"
    assert proof.read(answer) is None


def test_an_easier_challenge_than_ours_is_refused():
    challenge = proof.new_challenge()
    challenge["parameters"] |= {"cost": 1, "keyPrefix": "", "keySignature": ""}
    assert proof.read(solved(challenge)) is None


def test_the_work_grows_with_the_setting(settings):
    settings.PROOF_TRIES = 40
    challenge = proof.new_challenge()
    assert proof.read(solved(challenge))


def test_spent_proofs_are_forgotten_when_they_are_over(db):
    SpentProof.objects.create(signature="a", expires_at=ago(hours=2))
    SpentProof.objects.create(signature="b", expires_at=timezone.now())
    forget_guard(0)
    assert SpentProof.objects.get().signature == "b"
