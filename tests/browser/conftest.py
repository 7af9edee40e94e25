"""Debian's Chromium on a live server. Every page tells what it said, asked for and ran."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from tests.browser.desk import Desk
from tests.factories import make_article

CHROMIUM = shutil.which("chromium")
FLAGS = [
    *("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"),
    "--disable-background-networking",
]
WATCH = """
window.__fired = [];
for (const name of ["alert", "confirm", "prompt", "print"]) {
  window[name] = (...words) => void window.__fired.push(`${name} ${words}`);
}
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        reason = "Chromium is not installed: apt-get install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def unsafe_async():
    """Playwright runs an event loop in the tests' thread, which Django takes for async code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


class Watched:
    """A tab and what happened in it."""

    def __init__(self, page, home):
        self.page = page
        self.home = home
        self.errors = []
        self.requests = []
        page.add_init_script(WATCH)
        page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self.dismissed)
        page.on("request", lambda request: self.requests.append(request.url))

    def dismissed(self, dialog):
        self.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path):
        return self.page.goto(self.home + path)

    @property
    def elsewhere(self):
        """What was asked of other hosts."""
        own = urlsplit(self.home).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in (own, "")]


@pytest.fixture
def tab(browser, live_server):
    """A new tab of nobody in particular."""
    window = {"width": 1280, "height": 900}
    context = browser.new_context(locale="vi-VN", viewport=window, service_workers="block")
    context.set_default_timeout(10_000)
    yield Watched(context.new_page(), live_server.url)
    context.close()


@pytest.fixture
def signed_in(tab, client):
    """The same tab, of this person."""

    def sign_in(person):
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": tab.home}
        tab.page.context.add_cookies([cookie])
        return tab

    return sign_in


@pytest.fixture
def desk(signed_in, administrator):
    """Opens an article for Tuấn; afterwards no error and no request to elsewhere is known."""
    tab = signed_in(administrator)
    yield lambda **fields: Desk(tab, make_article(status="draft", **fields))
    assert tab.errors == []
    assert tab.elsewhere == []
