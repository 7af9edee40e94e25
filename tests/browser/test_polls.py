"""A visitor votes where the poll stands, by a real browser; before that there is no cookie."""

from core.guard.models import SpentProof
from tests.factories import make_article, make_poll


def test_a_visitor_votes_on_the_home_page(tab, transactional_db):
    poll = make_poll(home_position=1)
    tab.open("/")
    page = tab.page
    assert page.context.cookies() == []
    page.get_by_label("Zalo, Facebook").check()
    page.get_by_role("button", name="Bình chọn").click()
    page.get_by_text("Đã ghi nhận bình chọn").wait_for()
    assert page.url == tab.home + "/"
    assert page.get_by_text("100% · 1 phiếu").is_visible()
    assert page.evaluate("document.activeElement.textContent").strip().startswith("Đã ghi nhận")
    ballot = poll.ballots.get()
    assert ballot.is_proven
    assert SpentProof.objects.count() == 1
    page.reload()
    page.get_by_label("Zalo, Facebook").check()
    page.get_by_text("Ông (bà) đã bình chọn").wait_for()
    assert poll.ballots.count() == 1
    assert tab.errors == []
    assert tab.elsewhere == []


def test_an_own_answer_in_an_article_says_what_is_missing_and_keeps_the_choice(
    tab, transactional_db
):
    poll = make_poll(choices=("Đủ", "Ý kiến khác"))
    tab.open(make_article(poll=poll).get_absolute_url())
    page = tab.page
    assert page.get_by_label("Ý kiến khác của").count() == 0
    page.get_by_text("Ý kiến khác", exact=True).click()
    page.get_by_label("Ý kiến khác của").wait_for()
    page.get_by_role("button", name="Bình chọn").click()
    page.get_by_text("Xin ghi ý kiến của Ông (bà).").wait_for()
    page.get_by_label("Ý kiến khác của").fill("Thêm tin của xã")
    page.get_by_role("button", name="Bình chọn").click()
    page.get_by_text("Đã ghi nhận bình chọn").wait_for()
    assert poll.ballots.get().words == "Thêm tin của xã"
    assert tab.errors == []


def test_without_javascript_the_block_leads_to_the_ballot(browser, live_server, transactional_db):
    poll = make_poll(home_position=1)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    page.get_by_label("Loa truyền thanh").check()
    page.get_by_role("button", name="Bình chọn").click()
    assert page.url.startswith(live_server.url + poll.get_ballot_url())
    assert page.get_by_label("Loa truyền thanh").is_checked()
    assert poll.ballots.count() == 0
    page.get_by_role("button", name="Bình chọn").click()
    page.get_by_text("Đã ghi nhận bình chọn").wait_for()
    assert not poll.ballots.get().is_proven
    context.close()
