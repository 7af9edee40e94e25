"""Casting a ballot: one row for the voter, one for what was chosen, one transaction.

Nothing is counted up: the number of voters and of ballots is that of rows, and a unique constraint
holds each voter to one.
"""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models.functions import Now, TruncHour

from core.guard import visitors
from polls.models import Ballot, Poll, Voter

ENDED = "Thăm dò này không nhận bình chọn nữa. Những gì Ông (bà) đã ghi vẫn còn trong biểu mẫu."

# Members' ballots are written anew in a random order with each vote: then all of a poll have one
# transaction and no order, and neither tells whose turn it was. Some thousand members a board.
MIX = """
    WITH taken AS (DELETE FROM polls_ballot WHERE poll_id = %s RETURNING *)
    INSERT INTO polls_ballot SELECT * FROM taken ORDER BY random()
"""


class AlreadyVotedError(Exception):
    """This voter has a ballot in the poll already; it stays as it is."""


def voter_of(request, poll):
    """The fields of a Voter that say who asks; None for a visitor without a token."""
    if poll.is_for_members:
        return {"person": request.user}
    key = visitors.key(request, f"poll-{poll.pk}")
    return {"key": key} if key else None


def has_voted(poll, voter):
    return voter is not None and poll.voters.filter(**voter).exists()


@transaction.atomic
def cast(poll, voter, chosen, words="", *, is_proven=True):
    """Cast a ballot; `voter` is one of `voter_of`, `chosen` are ids of choices of the poll.

    Raises AlreadyVotedError, and ValidationError where the poll is not open.
    """
    public = Poll.objects.open().in_force().filter(pk=poll.pk)
    if poll.is_for_members:
        public = public.select_for_update(no_key=True)
    if not public.exists():
        raise ValidationError(ENDED)
    if not Voter.objects.get_or_create(poll=poll, **voter)[1]:
        raise AlreadyVotedError
    ballot = Ballot(poll=poll, chosen=chosen, words=words, is_proven=is_proven)
    ballot.words_state = Ballot.Words.WAITING if words else ""
    if poll.is_for_members:
        ballot.save()
        mix(poll)
    else:
        ballot.hour = TruncHour(Now())
        ballot.save()


def mix(poll):
    with connection.cursor() as cursor:
        cursor.execute(MIX, [poll.pk])
