"""Many at once: nobody's ballot is lost, nobody's counts twice."""

import threading
from contextlib import closing
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from polls.casting import AlreadyVotedError, cast
from polls.counting import results_of
from polls.models import Poll, Voter
from tests.factories import make_person, make_poll
from tests.polls.voters import counted, ids, open_ballot, vote
from tests.proofs import solved


def at_once(actions, workers=20):
    """Run these calls by so many threads that begin together; what went wrong is raised."""
    waiting, wrong = list(actions), []
    start = threading.Barrier(workers)

    def work():
        with closing(connection):
            start.wait()
            while waiting:
                try:
                    waiting.pop()()
                except Exception as error:
                    wrong.append(error)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


@pytest.fixture
def poll(transactional_db):
    return make_poll()


def test_two_hundred_visitors_at_once_are_two_hundred_ballots(poll):
    browsers = [open_ballot(poll) for _ in range(200)]
    proofs = [solved() for _ in browsers]
    answers = []

    def send(n):
        return lambda: answers.append(
            vote(poll, browsers[n], ids(poll, n % 3), proof=proofs[n]).status_code
        )

    at_once(map(send, range(200)))
    assert answers == [302] * 200
    assert counted(poll) == (200, 200)
    results = results_of(Poll.objects.for_list().get())
    assert [line.count for line in results.lines] == [67, 67, 66]
    assert sum(line.percent for line in results.lines) == 100


def test_one_visitor_who_posts_twenty_times_at_once_has_one_ballot(poll):
    first = open_ballot(poll)
    proofs = [solved() for _ in range(20)]
    answers = []

    def send(proof):
        client = Client()
        client.cookies = first.cookies
        return lambda: answers.append(vote(poll, client, proof=proof)["Location"])

    at_once(map(send, proofs))
    assert sum(answer.endswith("?phieu=moi") for answer in answers) == 1
    assert sum(answer.endswith("?phieu=truoc") for answer in answers) == 19
    assert counted(poll) == (1, 1)


def test_one_proof_of_twenty_visitors_at_once_counts_once(poll):
    proof = solved()
    browsers = [open_ballot(poll) for _ in range(20)]
    at_once((lambda b=b: vote(poll, b, proof=proof)) for b in browsers)
    assert counted(poll) == (1, 1)


def test_members_at_once_are_counted_exactly_and_mixed(poll):
    poll = make_poll(audience="members")
    people = [make_person(f"bcv{n}", "bao_cao_vien") for n in range(40)]
    refused = []

    def send(n):
        def action():
            try:
                cast(poll, {"person": people[n % 40]}, ids(poll, n % 2))
            except AlreadyVotedError:
                refused.append(n)

        return action

    at_once(map(send, range(80)))
    assert len(refused) == 40
    assert counted(poll) == (40, 40)
    assert Voter.objects.values("person").distinct().count() == 40
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM polls_ballot")
        assert cursor.fetchone() == (1,)


def test_a_choice_cannot_be_reworded_under_a_ballot_that_is_being_cast(poll):
    """The editor's change waits for the ballot's commit, and is refused then."""
    outcome = SimpleNamespace(error=None)
    choice = poll.choices.first()

    def reword():
        with closing(connection):
            choice.text = "Loa của thôn"
            try:
                choice.save()
            except Exception as error:
                outcome.error = error

    with transaction.atomic():
        cast(poll, {"key": "k"}, ids(poll))
        thread = threading.Thread(target=reword)
        thread.start()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join()
    assert isinstance(outcome.error, IntegrityError)
