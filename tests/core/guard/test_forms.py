"""A guarded form: what passes, what is refused, and that nothing typed is lost."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from core.guard.forms import OVER, PLAIN_FULL, PROVEN_FULL, TRAPPED, GuardedForm
from core.guard.limits import Limits
from core.guard.models import NetworkCount, SpentProof
from tests.proofs import solved

pytestmark = pytest.mark.django_db


class LetterForm(GuardedForm):
    guard_name = "letter"
    guard_limits = Limits(proven=3, plain=1)

    words = forms.CharField()


@pytest.fixture
def send(rf):
    """Fill the form in somewhere and send it; (whether it passed, the form)."""
    written = []

    def fill(write=lambda: written.append(1), address="192.0.2.1", **data):
        request = rf.post("/", REMOTE_ADDR=address)
        form = LetterForm({"words": "Kính gửi Ban", **data}, request=request)
        return form.is_valid() and bool(form.admit(write)), form

    fill.written = written
    return fill


def test_a_solved_form_passes_and_its_proof_serves_once(send):
    proof = solved()
    passed, form = send(proof=proof)
    assert passed
    assert form.is_proven
    passed, form = send(proof=proof)
    assert not passed
    assert form.non_field_errors() == [OVER]
    assert len(send.written) == 1
    assert NetworkCount.objects.get().count == 1


@pytest.mark.parametrize("proof", ["x", "e30=", solved.__name__ * 400, "AAAA", "W10=", "eyJhIjox"])
def test_a_broken_proof_is_refused_and_the_words_stay(send, proof):
    passed, form = send(proof=proof)
    assert not passed
    assert form.non_field_errors() == [OVER]
    assert 'value="Kính gửi Ban"' in str(form["words"])
    assert not send.written


def test_a_false_answer_is_refused(send):
    passed, form = send(proof=solved(number=7))
    assert not passed
    assert not form.is_proven


def test_what_fell_into_the_trap_may_be_sent_again_without_it(send):
    passed, form = send(trap="https://la.example", proof=solved())
    assert not passed
    assert form.non_field_errors() == [TRAPPED]
    shown = render_to_string("components/guard.html", {"form": form})
    assert "la.example" not in shown
    assert not SpentProof.objects.exists()


def test_without_a_proof_the_limit_is_narrow_and_with_one_it_is_wide(send):
    assert send()[0]
    passed, form = send()
    assert not passed
    assert form.non_field_errors() == [PLAIN_FULL]
    assert [send(proof=solved())[0] for _ in range(4)] == [True, True, True, False]
    assert send(proof=solved())[1].non_field_errors() == [PROVEN_FULL]
    assert len(send.written) == 4


def test_a_network_is_a_neighbourhood_of_addresses(send):
    assert send(address="192.0.2.1")[0]
    assert not send(address="192.0.2.250")[0]
    assert send(address="192.0.3.1")[0]
    assert send(address="2001:db8:1:1::5")[0]
    assert not send(address="2001:db8:1:ffff::5")[0]
    assert send(address="2001:db8:2::5")[0]
    assert send(address="")[0]
    assert not send(address="unknown")[0]


def test_what_the_writing_refuses_costs_nothing(send):
    def refuse():
        raise ValidationError("Đã có rồi.")

    proof = solved()
    passed, form = send(write=refuse, proof=proof)
    assert not passed
    assert form.non_field_errors() == ["Đã có rồi."]
    assert not NetworkCount.objects.exists()
    assert send(proof=proof)[0]


def test_the_component_shows_what_the_script_looks_for(send):
    shown = render_to_string("components/guard.html", {"form": send(words="")[1]})
    assert 'data-guard-challenge="/_/thu-thach/"' in shown
    assert "data-guard-proof" in shown
    assert 'name="trap"' in shown
