"""How much a phone fetches at its first visit, compressed. `make bench-pages` weighs the rest."""

import gzip

import pytest

from tests.browser.public.conftest import new_tab
from tests.browser.public.kinds import KINDS

pytestmark = pytest.mark.django_db
KB = 1000
PACKED = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


@pytest.fixture
def fetched(browser, demo):
    """Opens a page of a kind on a phone; gives (kind of content, bytes) of all that it fetched."""
    phone = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
    tab = new_tab(browser, demo.url, service_workers="block", **phone)
    responses = []
    tab.page.on("response", lambda response: responses.append(response))

    def open_page(kind):
        address, _ = KINDS[kind]
        tab.open(address())
        tab.page.wait_for_load_state("networkidle")
        return [weight_of(one) for one in responses if one.request.method == "GET"]

    yield open_page
    tab.page.context.close()


def weight_of(response):
    """The test's server packs nothing; a real one packs what is text."""
    content, body = response.headers.get("content-type", ""), response.body()
    if content.startswith(PACKED):
        body = gzip.compress(body, 9)
    return content.partition(";")[0], len(body)


def total(fetched, *beginnings):
    return sum(size for content, size in fetched if content.startswith(beginnings))


def test_the_home_page_is_light(fetched):
    found = fetched("home")
    pictures = total(found, "image/webp", "image/jpeg")
    assert total(found, "") < 150 * KB
    assert total(found, "") - pictures < 60 * KB
    assert len(found) <= 20
    assert total(found, "text/html") < 12 * KB
    assert total(found, "text/css") < 15 * KB
    assert total(found, "text/javascript") < 10 * KB
    assert len([content for content, _ in found if content == "font/woff2"]) <= 2


def test_an_article_is_light(fetched):
    found = fetched("article")
    assert total(found, "") - total(found, "image/webp", "image/jpeg") < 100 * KB
    assert total(found, "text/javascript") < 10 * KB
