"""The ballot of a visitor: what counts, and how often."""

import pytest
from django.test import Client

from core.guard import visitors
from core.guard.forms import OVER, PLAIN_FULL
from core.guard.models import SpentProof
from polls.casting import ENDED
from polls.models import Ballot, Poll
from tests.factories import ago, make_poll
from tests.polls.voters import counted, ids, open_ballot, vote
from tests.proofs import solved

pytestmark = pytest.mark.django_db
NOW_ENDED = {"closes_at": ago(minutes=1)}


@pytest.fixture
def poll(db):
    return make_poll()


def test_a_visitor_votes_once_and_sees_the_results(client, poll):
    open_ballot(poll, client)
    answer = vote(poll, client)
    assert answer["Location"] == f"{poll.get_results_url()}?phieu=moi"
    assert counted(poll) == (1, 1)
    page = client.get(answer["Location"]).content.decode()
    assert "Đã ghi nhận bình chọn" in page
    assert "100% · 1 phiếu" in page
    ballot = poll.ballots.get()
    assert (ballot.chosen, ballot.is_proven) == (ids(poll), True)
    assert ballot.hour.minute == ballot.hour.second == 0


def test_a_double_post_counts_once_and_says_so(client, poll):
    open_ballot(poll, client)
    vote(poll, client)
    answer = vote(poll, client, ids(poll, 1))
    assert answer["Location"].endswith("?phieu=truoc")
    assert counted(poll) == (1, 1)
    assert poll.ballots.get().chosen == ids(poll, 0)
    assert "lần này không tính thêm" in client.get(answer["Location"]).content.decode()


def test_two_tabs_are_one_visitor(client, poll):
    open_ballot(poll, client)
    token = client.cookies[visitors.COOKIE].value
    open_ballot(poll, client)
    assert client.cookies[visitors.COOKIE].value == token
    assert [vote(poll, client).status_code for _ in range(2)] == [302, 302]
    assert counted(poll) == (1, 1)


def test_looking_never_votes_whatever_the_address_says(client, poll):
    address = f"{poll.get_ballot_url()}?chon={ids(poll)[0]}&proof={solved()}"
    page = client.get(address).content.decode()
    assert f'value="{ids(poll)[0]}" checked' in page
    client.head(address)
    client.get(f"{poll.get_absolute_url()}?chon={ids(poll)[0]}")
    assert counted(poll) == (0, 0)


def test_without_javascript_a_network_has_ten_ballots_an_hour(poll):
    answers = [vote(poll, proof=False) for _ in range(12)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [200] * 2
    assert PLAIN_FULL in answers[-1].content.decode()
    assert f'value="{ids(poll)[0]}" checked' in answers[-1].content.decode()
    assert counted(poll) == (10, 10)
    assert poll.ballots.filter(is_proven=False).count() == 10


def test_an_office_behind_one_address_votes_with_proofs(poll):
    assert {vote(poll).status_code for _ in range(60)} == {302}
    assert counted(poll) == (60, 60)


def test_cleared_cookies_make_another_visitor_who_is_held_to_the_network(client, poll):
    for _ in range(11):
        client.cookies.clear()
        vote(poll, open_ballot(poll, client), proof=False)
    assert counted(poll) == (10, 10)


def test_a_browser_that_refuses_cookies_is_told(poll):
    answer = vote(poll, Client())
    assert visitors.NO_COOKIE in answer.content.decode()
    assert counted(poll) == (0, 0)


def test_a_replayed_proof_is_refused_and_the_choice_stays(poll):
    proof = solved()
    assert vote(poll, proof=proof).status_code == 302
    answer = vote(poll, chosen=ids(poll, 2), proof=proof)
    assert OVER in answer.content.decode()
    assert f'value="{ids(poll, 2)[0]}" checked' in answer.content.decode()
    assert counted(poll) == (1, 1)


def test_a_token_of_somebody_elses_making_is_none(poll):
    client = open_ballot(poll)
    client.cookies[visitors.COOKIE] = "toi-tu-viet:xyz"
    assert vote(poll, client).status_code == 200
    assert counted(poll) == (0, 0)


def test_a_post_without_the_forms_token_is_refused(poll):
    client = Client(enforce_csrf_checks=True)
    assert vote(poll, open_ballot(poll, client)).status_code == 403
    assert counted(poll) == (0, 0)


@pytest.mark.parametrize(
    "state", [NOW_ENDED, {"opens_at": ago(hours=-1)}, {"closes_at": ago(days=2)}]
)
def test_a_poll_that_is_not_open_takes_nothing(poll, state):
    client = open_ballot(poll)
    for name, value in state.items():
        setattr(poll, name, value)
    poll.save()
    proof = solved()
    answer = vote(poll, client, ids(poll, 1), proof=proof)
    assert ENDED in answer.content.decode()
    assert f'value="{ids(poll, 1)[0]}" checked' in answer.content.decode()
    assert client.get(poll.get_ballot_url())["Location"] == poll.get_results_url()
    assert counted(poll) == (0, 0)
    assert not SpentProof.objects.exists()


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("withdrawn", 410)])
def test_a_poll_that_is_not_public_has_no_ballot(poll, state, status):
    client = open_ballot(poll)
    Poll.objects.update(status=state)
    assert vote(poll, client).status_code == status
    assert counted(poll) == (0, 0)


@pytest.mark.parametrize("chosen", [[], [0], ["x"], [2**70], "two"])
def test_what_is_no_choice_of_this_poll_is_refused(poll, chosen):
    chosen = ids(poll, 0, 1) if chosen == "two" else chosen
    answer = vote(poll, chosen=chosen)
    assert "field-errors" in answer.content.decode()
    foreign = vote(poll, chosen=ids(make_poll()))
    assert foreign.status_code == 200
    assert counted(poll) == (0, 0)


def test_several_may_be_chosen_up_to_the_number(db):
    poll = make_poll(most=2)
    assert "nhiều nhất 2" in vote(poll, chosen=ids(poll, 0, 1, 2)).content.decode()
    assert vote(poll, chosen=ids(poll, 2, 0)).status_code == 302
    assert poll.ballots.get().chosen == ids(poll, 0, 2)


def test_an_own_answer_waits_and_is_never_lost(db):
    poll = make_poll(choices=("Đủ", "Ý kiến khác"))
    client = open_ballot(poll)
    missing = vote(poll, client, ids(poll, 1))
    assert "Xin ghi ý kiến của Ông (bà)." in missing.content.decode()
    beside = vote(poll, client, ids(poll, 0), y_kien="Thêm tin của xã")
    assert "Thêm tin của xã</textarea>" in beside.content.decode()
    assert vote(poll, client, ids(poll, 1), y_kien=" Thêm  tin <b>xã</b> ").status_code == 302
    ballot = Ballot.objects.get()
    assert (ballot.words, ballot.words_state) == ("Thêm tin <b>xã</b>", "waiting")
    results = client.get(poll.get_results_url()).content.decode()
    assert "Thêm tin" not in results
    Ballot.objects.update(words_state="shown")
    shown = client.get(poll.get_results_url()).content.decode()
    assert "Thêm tin &lt;b&gt;xã&lt;/b&gt;" in shown


def test_a_script_gets_the_part_that_it_puts_into_a_block(client, poll):
    part = client.get(poll.get_ballot_url(), headers={"X-Part": "1"}).content.decode()
    assert "data-ballot-part" in part
    assert "<html" not in part
    vote(poll, client)
    answer = client.get(poll.get_ballot_url(), headers={"X-Part": "1"}, follow=True)
    assert "data-ballot-results" in answer.content.decode()
    assert "<html" not in answer.content.decode()
