"""The kept pages of polls: the same for everybody, without a cookie, right at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.guard import visitors
from polls.models import Poll
from tests.factories import ago, make_article, make_poll
from tests.polls.voters import ids, open_ballot, vote

pytestmark = pytest.mark.django_db


def text(client, address, **options):
    return client.get(address, **options).content.decode()


def test_no_public_page_gives_a_cookie_or_holds_a_token(client):
    poll = make_poll(home_position=1)
    article = make_article(poll=poll)
    for address in ("/", "/tham-do/", poll.get_absolute_url(), article.get_absolute_url()):
        answer = client.get(address)
        assert poll.title in answer.content.decode(), address
        assert 'name="chon"' in answer.content.decode()
        assert "csrfmiddlewaretoken" not in answer.content.decode()
        assert not answer.cookies
        assert "public" in answer["Cache-Control"]


def test_the_ballot_and_the_results_are_never_kept(client):
    poll = make_poll()
    ballot, results = client.get(poll.get_ballot_url()), client.get(poll.get_results_url())
    assert "no-store" in ballot["Cache-Control"]
    assert "no-store" in results["Cache-Control"]
    assert visitors.COOKIE in ballot.cookies
    assert not results.cookies


def test_the_page_of_an_open_poll_has_no_figures_and_that_of_a_closed_one_has(client):
    poll = make_poll()
    assert vote(poll).status_code == 302
    assert "1 phiếu" not in text(client, poll.get_absolute_url())
    poll.closes_at = ago(seconds=1)
    poll.save()
    page = text(Client(), poll.get_absolute_url())  # a test is one transaction, and one edition
    assert "100% · 1 phiếu" in page
    assert 'name="chon"' not in page
    assert poll.title in text(client, "/tham-do/")


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [("always", True, True), ("voted", False, True), ("closed", False, False)],
)
def test_results_show_when_the_poll_says(client, rule, before, after):
    poll = make_poll(results=rule)
    open_ballot(poll, client)
    assert ("bars" in text(client, poll.get_results_url())) == before
    vote(poll, client)
    assert ("bars" in text(client, poll.get_results_url())) == after
    poll.closes_at = ago(seconds=1)
    poll.save()
    assert "bars" in text(client, poll.get_results_url())


def test_a_poll_to_come_says_when_it_begins(client):
    poll = make_poll(opens_at=ago(days=-1))
    page = text(client, poll.get_absolute_url())
    assert "Bắt đầu từ" in page
    assert "Thăm dò chưa bắt đầu" in text(client, poll.get_results_url())


def test_the_home_page_shows_those_that_were_put_there_in_their_order(client):
    second, first = make_poll("Hai", home_position=2), make_poll("Một", home_position=1)
    make_poll("Không lên")
    make_poll("Đã xong", home_position=3, closes_at=ago(hours=1))
    page = text(client, "/")
    assert page.index(first.get_ballot_url()) < page.index(second.get_ballot_url())
    assert "Không lên" not in page
    assert "Đã xong" not in page


def test_an_article_without_a_poll_asks_for_none(client):
    article, other = make_article(), make_article(poll=make_poll("Nháp", status="draft"))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(article.get_absolute_url())
    asked = [query["sql"] for query in queries if "polls_" in query["sql"]]
    assert len(asked) == 1  # the side column, once an edition
    assert '"closes_at" IS NULL' in asked[0]
    assert "Nháp" not in text(client, other.get_absolute_url())


def test_lists_cost_the_same_queries_whatever_their_length(client, django_assert_max_num_queries):
    for n in range(12):
        make_poll(f"Câu {n}", home_position=n, closes_at=ago(hours=n) if n > 3 else None)
    for address in ("/tham-do/", Poll.objects.open().first().get_absolute_url()):
        with django_assert_max_num_queries(14):
            assert client.get(address).status_code == 200


def test_members_polls_are_there_for_speakers_alone(client, speaker):
    poll = make_poll("Tài liệu tháng nên dài bao nhiêu", audience="members")
    addresses = (poll.get_absolute_url(), poll.get_ballot_url(), poll.get_results_url())
    assert {client.get(address).status_code for address in addresses} == {404}
    assert poll.title not in text(client, "/tham-do/")
    client.force_login(speaker)
    assert {client.get(address).status_code for address in addresses} == {200}
    assert poll.title in text(client, "/tham-do/")
    assert poll.title in text(client, "/bao-cao-vien/", follow=True)
    assert vote(poll, client, ids(poll, 1), proof=False).status_code == 302
    assert vote(poll, client, ids(poll, 0), proof=False)["Location"].endswith("truoc")
    ballot = poll.ballots.get()
    assert (ballot.chosen, ballot.hour, ballot.is_proven) == (ids(poll, 1), None, True)
    assert poll.voters.get().person == speaker


def test_what_was_corrected_stands_on_the_page(client, editor):
    poll = make_poll()
    vote(poll)
    choice = poll.choices.first()
    poll.corrections.model(
        poll=poll, choice=choice, before=choice.text, after="Trang nầy", by=editor
    ).carry_out()
    page = text(client, poll.get_absolute_url())
    assert "Sửa lỗi chính tả ngày" in page
    assert "Trang nầy" in page
