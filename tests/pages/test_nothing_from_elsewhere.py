"""No cookie before a visitor acts, and nothing fetched from another host: on any public page."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from accounts.access.checks import addresses
from accounts.access.rows import VISITOR
from accounts.access.table import rows
from core.staticfiles import bundle
from pages.colours import Colours
from pages.models import PictureLink, SiteSettings, Slogan
from tests.accounts.walk import Things

FETCHING_LINKS = {
    *("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"),
    *("prefetch", "apple-touch-icon"),
}
FETCHING = {"src", "srcset", "poster", "data", "action", "formaction", "background"}
IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


class Fetched(HTMLParser):
    """Everything that a browser would fetch by itself, or send a form to."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        rel = set((given.get("rel") or "").split())
        if (tag == "link" and rel & FETCHING_LINKS) or tag == "use":
            self.found.append(given.get("href") or "")
        for name in FETCHING & given.keys():
            parts = (given[name] or "").split(",") if name == "srcset" else [given[name] or ""]
            self.found += [part.split()[0] for part in parts if part.strip()]
        assert "style" not in given, given
        assert not [name for name in given if name.startswith("on")], given


def is_ours(address):
    return address.startswith(("#", f"{settings.SITE_URL}/")) or (
        address.startswith("/") and not address.startswith("//")
    )


def foreign_in_css(text):
    found = [one or other for one, other in IN_CSS.findall(text)]
    return [address for address in found if re.match(r"[a-z]+:|//", address)]


@pytest.fixture
def walk(cast, client):
    """(key, whether it is a page kept for everybody, answer) of each address for visitors."""
    things, table = Things(cast), rows()
    SiteSettings.objects.update(cloth="#14532d", zalo="https://zalo.me/1")
    Slogan.objects.create(text="KHẨU HIỆU")
    PictureLink.objects.create(
        title="Báo", picture=things.picture, alt="Báo chí", address="https://bao.example/"
    )

    def each():
        for key, route in addresses():
            if VISITOR in table[key].get:
                address = things.address(key, route, cast["cong_tac_vien"])
                client.cookies.clear()
                yield key, kept(address), client.get(address)

    return each()


def kept(address):
    try:
        return hasattr(resolve(address.partition("?")[0]).func, "public_page")
    except Resolver404:
        return False


def test_no_page_sets_a_cookie_and_none_fetches_from_elsewhere(walk):
    looked, foreign, with_cookie = 0, [], []
    for key, is_public_page, response in walk:
        body = response.getvalue() if response.streaming else response.content
        if response.cookies and is_public_page:
            with_cookie.append(key)
        if response.get("Content-Type", "").startswith("text/html"):
            looked += 1
            foreign += [f"{key}: {a}" for a in Fetched(body.decode()).found if not is_ours(a)]
        if response.get("Content-Type", "").startswith("text/css"):
            foreign += [f"{key}: {a}" for a in foreign_in_css(body.decode())]
    assert looked > 30
    assert not with_cookie
    assert not foreign


def test_no_stylesheet_fetches_from_elsewhere():
    css = settings.BASE_DIR / "static" / "css"
    texts = [path.read_text() for path in css.rglob("*.css")] + [
        bundle(css, "site.parts"),
        bundle(css, "areas.parts"),
    ]
    assert not [address for text in texts for address in foreign_in_css(text)]
    assert not foreign_in_css(Colours().stylesheet())


def test_the_walk_would_notice():
    page = (
        '<img src="//a.vn/1.png" srcset="/b.webp 1x, https://c.vn/2.webp 2x">'
        '<link rel="stylesheet" href="https://d.vn/x.css"><a href="https://ok.vn/">x</a>'
    )
    assert {a for a in Fetched(page).found if not is_ours(a)} == {
        "//a.vn/1.png",
        "https://c.vn/2.webp",
        "https://d.vn/x.css",
    }
    assert foreign_in_css("@import 'https://e.vn/a.css'; a{background:url(//f.vn/g.png)}")
