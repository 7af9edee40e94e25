"""Stars given in the article's page, by the keyboard, under the portal's own policy."""

from core.guard.models import NetworkCount
from stats.ratings.models import Rating
from tests.factories import make_article


def test_a_visitor_rates_without_leaving_the_page(tab, transactional_db):
    article = make_article("Giao ban")
    tab.open(article.get_absolute_url())
    assert tab.page.context.cookies() == []
    tab.page.click("text=Click để đánh giá bài viết")
    tab.page.wait_for_selector(".rating__form")
    for key in ("Space", "ArrowRight", "ArrowRight", "Enter"):
        tab.page.keyboard.press(key)
    tab.page.wait_for_selector("text=đã chấm bài viết này 3 sao")
    assert tab.page.url.endswith(article.get_absolute_url())
    assert Rating.objects.get().score == 3
    assert NetworkCount.objects.get().is_proven
    assert tab.errors == []
    assert tab.elsewhere == []
