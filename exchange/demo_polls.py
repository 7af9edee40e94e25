"""The demo's polls with their ballots; their days are counted from today."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import get_random_string

from polls.models import Ballot, Poll, Voter

PLAIN_EVERY = 12  # every twelfth ballot comes without JavaScript


def load(lines):
    """Where there is no poll yet."""
    if not Poll.objects.exists():
        for line in lines:
            fill(open_poll(line), line)


def open_poll(line):
    now = timezone.now()
    poll = Poll(
        title=line["title"],
        lead=line.get("lead", ""),
        most=line.get("most", 1),
        results=line.get("results", Poll.Results.ALWAYS),
        home_position=line.get("home_position"),
        status=Poll.Status.PUBLISHED,
        published_at=now - timedelta(days=line["opened_days_ago"]),
        closes_at=now + timedelta(days=line["closes_in_days"]),
    )
    poll.clean()
    poll.save()
    return poll


def fill(poll, line):
    """Its choices and ballots; where several may be chosen each ballot takes two neighbours."""
    counts, other = {}, None
    for place, given in enumerate(line["choices"]):
        choice = poll.choices.create(
            text=given["text"], is_other=given.get("is_other", False), position=place
        )
        counts[choice.pk] = given["ballots"]
        other = choice.pk if choice.is_other else other
    marks = [pk for pk, count in counts.items() for _ in range(count)]
    step = len(marks) // poll.most
    chosen = [sorted({*marks[n::step]}) for n in range(step)]
    words = iter(line.get("words", []))
    ballots = [ballot(poll, n, ids, words, other) for n, ids in enumerate(chosen)]
    Voter.objects.bulk_create(Voter(poll=poll, key=get_random_string(64)) for _ in ballots)
    Ballot.objects.bulk_create(ballots)


def ballot(poll, number, ids, words, other):
    end = min(poll.closes_at, timezone.now()) - timedelta(hours=1)
    hours = int((end - poll.published_at) / timedelta(hours=1))
    at = poll.published_at + timedelta(hours=number * 7 % hours)
    written = next(words) if other in ids else {"text": "", "state": ""}
    return Ballot(
        poll=poll,
        chosen=ids,
        words=written["text"],
        words_state=written["state"],
        is_proven=number % PLAIN_EVERY > 0,
        hour=at.replace(minute=0, second=0, microsecond=0),
    )
