"""The reader's tools: what is chosen holds on every page, and the voice marks what it says."""

import pytest

from tests.browser.public.conftest import new_tab
from tests.browser.public.kinds import article

pytestmark = pytest.mark.django_db
# Chromium speaks no language here; this says nothing and keeps what it was asked to say.
VOICE = """
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: LANGUAGE, name: "An", localService: true }],
  speak: (utterance) => window.__said.push(utterance),
  cancel: () => {},
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.__said = [];
"""
LAST = "window.__said.at(-1)"
MARKED = "[...CSS.highlights.get('aloud')].map(String)"


@pytest.fixture
def reader(browser, demo):
    """A phone of somebody whose browser kept nothing yet; a voice of this language, if any."""
    tabs = []

    def open_article(language="", **options):
        tab = new_tab(browser, demo.url, viewport={"width": 360, "height": 740}, **options)
        tabs.append(tab)
        if language:
            tab.page.add_init_script(VOICE.replace("LANGUAGE", f'"{language}"'))
        tab.open(article().get_absolute_url())
        return tab

    yield open_article
    for tab in tabs:
        assert tab.errors == []
        tab.page.context.close()


def root_size(page):
    return page.evaluate("getComputedStyle(document.documentElement).fontSize")


def press(page, name):
    page.get_by_role("button", name=name).click()


def test_size_spacing_and_contrast_hold_on_the_next_page_and_can_be_taken_back(reader):
    tab = reader()
    page = tab.page
    for name in ("Chữ to", "Chữ to", "Giãn dòng", "Tương phản"):
        press(page, name)
    assert root_size(page) == "20.8px"
    assert page.get_by_role("button", name="Giãn dòng").get_attribute("aria-pressed") == "true"
    assert page.get_by_text("Cỡ chữ 130%").count() == 1
    tab.open("/van-ban/")
    assert root_size(page) == "20.8px"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == page.evaluate("document.documentElement.clientWidth")
    assert page.context.cookies() == []
    tab.open(article().get_absolute_url())
    for name in ("Chữ nhỏ", "Chữ nhỏ", "Giãn dòng", "Tương phản"):
        press(page, name)
    page.reload()
    assert root_size(page) == "16px"
    assert page.evaluate("({...document.documentElement.dataset})") == {"scripts": ""}


def test_the_ends_of_the_sizes_say_so(reader):
    page = reader().page
    press(page, "Chữ nhỏ")
    assert page.get_by_role("button", name="Chữ nhỏ").get_attribute("aria-disabled") == "true"
    page.get_by_role("button", name="Chữ nhỏ").dispatch_event("click")
    assert root_size(page) == "14.4px"


def test_it_reads_sentence_by_sentence_marks_each_and_goes_on_where_it_stopped(reader):
    page = reader("vi-VN").page
    press(page, "Nghe")
    title = page.locator("h1").inner_text()
    assert page.evaluate(f"{LAST}.text") == title
    assert page.evaluate(MARKED) == [title]
    page.evaluate(f"{LAST}.onend()")
    second = page.evaluate(f"{LAST}.text")
    assert second in page.locator(".prose").inner_text()
    assert page.evaluate(MARKED) == [second]
    press(page, "Dừng đọc")
    assert page.evaluate(MARKED) == []
    press(page, "Nghe")
    assert page.evaluate(f"{LAST}.text") == second


def test_it_ends_after_the_last_sentence(reader):
    page = reader("vi_VN").page
    press(page, "Nghe")
    page.evaluate(f"while (document.querySelector('[aria-pressed=true]')) {LAST}.onend()")
    assert page.evaluate("window.__said.length") > 10
    assert page.get_by_role("button", name="Nghe").get_attribute("aria-pressed") == "false"


def test_without_a_vietnamese_voice_nothing_offers_to_read(reader):
    page = reader("en-US").page
    assert page.get_by_role("button", name="Chữ to").is_visible()
    assert page.get_by_role("button", name="Nghe").count() == 0


def test_without_scripts_only_the_print_view_is_offered(reader):
    page = reader(java_script_enabled=False).page
    assert page.locator(".tools :visible").all_inner_texts()[0].strip() == "Bản in"
    assert page.get_by_role("button", name="Chữ to").count() == 0
