"""The beacon and the figures of this moment, as a browser sends and shows them."""

import time

import pytest

from stats import live
from stats.folding import take_snapshot
from stats.models import Hit
from tests.browser.conftest import Watched
from tests.factories import make_article
from tests.stats.looks import PHONE


@pytest.fixture
def reader(browser, live_server):
    """Opens a page as somebody on a phone, with scripts or without."""
    opened = []

    def read(path="", **options):
        context = browser.new_context(user_agent=PHONE["user-agent"], **options)
        opened.append(context)
        tab = Watched(context.new_page(), live_server.url)
        if path:
            tab.open(path)
        return tab

    yield read
    for context in opened:
        context.close()


def hits_after(number):
    deadline = time.monotonic() + 15
    while Hit.objects.count() < number and time.monotonic() < deadline:
        time.sleep(0.05)
    return Hit.objects.all()


@pytest.fixture
def article(transactional_db):
    live.memo.forget()
    return make_article()


def test_a_page_tells_that_it_is_looked_at_and_sets_no_cookie(reader, article):
    tab = reader(article.get_absolute_url())
    hit = hits_after(1).get()
    assert (hit.thing, hit.object_id, hit.source) == ("bai", article.pk, "direct")
    tab.page.get_by_role("link", name="Lưu trữ theo tháng").last.click()
    assert sorted(hit.source for hit in hits_after(2)) == ["", "direct"]
    assert tab.page.context.cookies() == []
    assert tab.errors == []


def test_without_scripts_a_picture_tells(reader, article):
    reader(article.get_absolute_url(), java_script_enabled=False)
    assert hits_after(1).get().object_id == article.pk


def test_a_beacon_whose_answer_got_lost_is_sent_again_and_counts_once(reader, article):
    tab = reader()
    answered = []

    def lose_the_first(route):
        route.fetch()
        route.fulfill(status=204) if answered else route.abort()
        answered.append(route.request.post_data)  # last: the test may end upon it

    tab.page.route("**/_/xem/", lose_the_first)
    tab.page.clock.install()
    tab.open("/")
    hits_after(1)
    tab.page.clock.fast_forward(3000)
    deadline = time.monotonic() + 10
    while len(answered) < 2 and time.monotonic() < deadline:
        tab.page.wait_for_timeout(50)
    assert answered[0] == answered[1]
    assert Hit.objects.count() == 1


def test_the_figures_of_this_moment_come_when_the_block_is_seen(reader, article):
    take_snapshot()
    live.memo.forget()
    tab = reader("/quyen-rieng-tu/", viewport={"width": 360, "height": 640})
    hits_after(1)
    block = tab.page.locator("[data-visits]")
    assert block.get_by_text("Số liệu lúc").count() == 1
    assert not any(url.endswith("/_/thong-ke/") for url in tab.requests)
    block.scroll_into_view_if_needed()
    block.get_by_text("Số liệu lúc").wait_for(state="detached")
    rows = block.locator(".visits__row").all_inner_texts()
    assert [row.split()[-1] for row in rows] == ["1", "0", "1", "1", "1", "1", "1"]
    assert tab.errors == []
