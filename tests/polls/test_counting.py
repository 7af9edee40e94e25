"""Figures of a poll."""

from hypothesis import given
from hypothesis import strategies as st

from polls.counting import percentages, results_of
from polls.models import Ballot, Poll
from tests.factories import make_poll
from tests.polls.voters import ids


@given(st.lists(st.integers(0, 10**6), max_size=12))
def test_hundredths_sum_to_a_hundred_and_are_off_by_less_than_one(counts):
    found = percentages(counts)
    assert sum(found) == (100 if sum(counts) else 0)
    for count, percent in zip(counts, found, strict=True):
        assert abs(percent - 100 * count / (sum(counts) or 1)) < 1


def test_the_largest_remainder_decides():
    assert percentages([412, 268, 151, 92]) == [45, 29, 16, 10]
    assert percentages([1, 1, 1]) == [34, 33, 33]
    assert percentages([0, 5]) == [0, 100]
    assert percentages([0, 0]) == [0, 0]
    assert percentages([]) == []


def test_choices_are_counted_apart_by_their_proof(db):
    poll = make_poll(most=2)
    a, b, c = ids(poll, 0, 1, 2)
    for chosen, is_proven in (([a, b], True), ([b], False), ([b, c], True)):
        Ballot.objects.create(poll=poll, chosen=chosen, is_proven=is_proven)
    results = results_of(Poll.objects.for_list().get())
    assert [(line.count, line.plain) for line in results.lines] == [(1, 0), (3, 1), (1, 0)]
    assert [line.percent for line in results.lines] == [20, 60, 20]
    assert [line.leads for line in results.lines] == [False, True, False]
    assert (results.ballots, results.proven, results.plain, results.marks) == (3, 2, 1, 5)
