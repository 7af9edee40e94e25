"""Visitors who vote: each with a browser of their own."""

from django.test import Client

from tests.proofs import solved


def ids(poll, *places):
    """The ids of its choices in these places; the first one without any."""
    found = list(poll.choices.values_list("pk", flat=True))
    return [found[place] for place in places or (0,)]


def open_ballot(poll, client=None, **extra):
    """A visitor who has the ballot open."""
    client = client or Client(**extra)
    client.get(poll.get_ballot_url())
    return client


def vote(poll, client=None, chosen=None, *, proof=True, **data):
    """Vote as a browser does; the answer."""
    client = client or open_ballot(poll)
    sent = {"chon": ids(poll) if chosen is None else chosen, **data}
    if proof:
        sent["proof"] = solved() if proof is True else proof
    return client.post(poll.get_ballot_url(), sent)


def counted(poll):
    """(voters, ballots)"""
    return poll.voters.count(), poll.ballots.count()
