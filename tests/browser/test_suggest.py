"""Suggestions from the search field on every page: fetched when it is entered, used by keyboard."""

from tests.factories import make_article


def scripts(tab):
    return [url for url in tab.requests if "/suggest." in url]


def test_the_masthead_s_field_suggests_once_it_is_entered(tab, transactional_db):
    article = make_article("Hội nghị giao ban báo chí")
    make_article("Giao ban khoa giáo")
    tab.open("/")
    tab.page.wait_for_load_state("networkidle")
    assert scripts(tab) == []
    tab.page.focus("#tim")
    tab.page.wait_for_selector("#tim[role=combobox][aria-expanded=false]")
    assert len(scripts(tab)) == 1
    tab.page.keyboard.type("giao ba")
    tab.page.wait_for_selector("#tim[aria-expanded=true]")
    assert tab.page.locator("#tim-goi-y [role=option]").count() == 2
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("ArrowUp")
    assert tab.page.get_attribute("#tim", "aria-activedescendant") is None
    tab.page.keyboard.press("ArrowUp")
    chosen = tab.page.locator("[aria-selected=true]")
    assert tab.page.get_attribute("#tim", "aria-activedescendant") == chosen.get_attribute("id")
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#tim-goi-y").is_hidden()
    assert tab.page.input_value("#tim") == "giao ba"
    tab.page.fill("#tim", "giao ban bao")
    option = tab.page.locator("#tim-goi-y [role=option]")
    tab.page.wait_for_selector("#tim[aria-expanded=true]")
    assert option.count() == 1
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(f"**{article.get_absolute_url()}")
    assert tab.errors == []
    assert tab.elsewhere == []


def test_without_a_choice_enter_searches(tab, transactional_db):
    make_article("Hội nghị giao ban báo chí")
    tab.open("/")
    tab.page.fill("#tim", "giao ba")
    tab.page.wait_for_selector("#tim[aria-expanded=true]")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/tim-kiem/?q=giao+ba")
    assert tab.errors == []
