"""What the database lets nobody do, whatever wrote it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from core import editions
from core.workflow import RefusedError
from polls.casting import cast, mix
from polls.models import Ballot, Choice, Correction, Poll, Voter
from polls.models.corrections import letters_changed
from tests.factories import ago, make_poll
from tests.polls.voters import ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def poll(db):
    poll = make_poll(choices=("Loa xã", "Zalo", "Ý kiến khác"))
    cast(poll, {"key": "a"}, ids(poll, 0))
    return poll


def refused(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        action()


def correct(poll, choice, after):
    before = choice.text if choice else poll.title
    Correction(poll=poll, choice=choice, before=before, after=after).carry_out()


def test_a_ballot_is_of_its_own_poll_and_of_different_choices_and_not_too_many(poll):
    other = make_poll()
    for chosen in ([], ids(poll, 0, 1), ids(other), [ids(poll)[0]] * 2, [*ids(poll), 0]):
        refused(lambda chosen=chosen: Ballot.objects.create(poll=poll, chosen=chosen))
    words = {"words": "Khác", "words_state": "waiting"}
    refused(lambda: Ballot.objects.create(poll=poll, chosen=ids(poll), **words))
    refused(lambda: Ballot.objects.create(poll=poll, chosen=ids(poll, 2), words="Khác"))
    assert Ballot.objects.create(poll=poll, chosen=ids(poll, 2), **words)


def test_a_ballot_never_changes(poll):
    refused(lambda: Ballot.objects.update(chosen=ids(poll, 1)))
    refused(lambda: Ballot.objects.update(is_proven=False))


def test_one_voter_one_row(poll):
    refused(lambda: Voter.objects.create(poll=poll, key="a"))
    assert Voter.objects.create(poll=make_poll(), key="a")


def test_choices_are_fixed_with_the_first_ballot(poll):
    zalo = poll.choices.get(text="Zalo")
    refused(lambda: Choice.objects.filter(pk=zalo.pk).update(text="Zalo, Facebook"))
    refused(lambda: Choice.objects.filter(pk=zalo.pk).update(is_other=True))
    refused(zalo.delete)
    refused(lambda: poll.choices.create(text="Báo giấy"))
    assert Choice.objects.filter(pk=zalo.pk).update(position=9)
    untouched = make_poll().choices.first()
    untouched.text = "Báo giấy"
    untouched.save()


def test_the_question_is_fixed_with_the_first_ballot(poll):
    for change in ({"title": "Câu khác"}, {"audience": "members"}, {"most": 2}):
        refused(lambda change=change: Poll(pk=poll.pk, **change).save(update_fields=change))
    poll.lead, poll.closes_at = "Xin góp ý.", ago(days=-1)
    poll.save()


def test_a_typing_error_is_mended_with_a_note(poll, editor):
    zalo = poll.choices.get(text="Zalo")
    correct(poll, zalo, "Zalô")
    zalo.refresh_from_db()
    assert zalo.text == "Zalô"
    title = poll.title.replace("đọc", "đoc")
    correct(poll, None, title)
    poll.refresh_from_db()
    assert poll.title == title
    assert str(poll.corrections.first()) == "“Zalo” → “Zalô”"
    assert poll.history.first().title == title
    refused(lambda: Correction.objects.update(after="Khác"))
    refused(lambda: Choice.objects.filter(pk=zalo.pk).update(text="Zalo"))


@pytest.mark.parametrize("after", ["Không", "Zalo và Facebook", "", "Zalo", "Loa xã"])
def test_more_than_a_typing_error_is_refused(poll, after):
    zalo = poll.choices.get(text="Zalo")
    with pytest.raises(ValidationError), transaction.atomic():
        correct(poll, zalo, after)
    assert poll.choices.filter(text="Zalo").exists()
    assert not poll.corrections.exists()


def test_letters_are_counted():
    assert letters_changed("Có", "Không") == 5
    assert letters_changed("tuyên truyền", "tuyên truyên") == 1
    assert letters_changed("", "ab") == 2


def test_an_earlier_version_does_not_bring_another_question_back(poll, administrator):
    Poll.objects.update(status="draft")
    poll.refresh_from_db()
    poll.keep_stored()
    version = poll.history.first()
    version.title = "Câu khác"
    version.save()
    with pytest.raises(RefusedError, match="Đã có người bình chọn"):
        poll.restore(version, administrator)


def test_a_published_poll_has_no_working_copy(poll, administrator):
    with pytest.raises(RefusedError, match="không có bản sửa"):
        poll.make_copy(administrator)


def test_members_ballots_are_mixed_and_stay_the_same(db):
    poll = make_poll(audience="members")
    for n in range(30):
        Ballot.objects.create(poll=poll, chosen=ids(poll, n % 3))

    def rows():
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, chosen FROM polls_ballot ORDER BY ctid")
            return cursor.fetchall()

    before = rows()
    mix(poll)
    assert rows() != before
    assert sorted(rows()) == sorted(before)


def test_a_ballot_raises_the_edition_only_about_the_close(transactional_db):
    def raises(poll, key):
        before = editions.current()
        cast(poll, {"key": key}, ids(poll))
        return editions.current() != before

    assert not raises(make_poll(), "a")
    assert not raises(make_poll(closes_at=ago(hours=-1)), "a")
    assert raises(make_poll(closes_at=ago(seconds=-50)), "a")
