"""The keyboard alone reaches everything, and shows where it is."""

import pytest

from tests.browser.public.kinds import KINDS

pytestmark = pytest.mark.django_db
# Where the focus is: whether anything shows it (a card does it on its ::after), and whether it is
# on the screen.
FOCUS = """
() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  return {
    what: focused.outerHTML.slice(0, 100),
    shown: [null, "::after"].some((p) => getComputedStyle(focused, p).outlineStyle !== "none"),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
"""
# The choices of one question are one stop, between which the arrows lead.
REACHABLE = """
() => {
  const asked = new Set();
  const first = (e) => e.type !== "radio" || (!asked.has(e.form) && asked.add(e.form));
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((e) => e.checkVisibility() && !e.disabled && e.type !== "hidden" && first(e)).length;
}
"""


@pytest.mark.parametrize("kind", ["home", "article", "papers", "paper", "search"])
def test_every_link_and_field_is_reached_and_the_focus_is_seen(people, kind):
    page = people[None].page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(people[None].home + KINDS[kind][0]())
    reached = []
    for _ in range(page.evaluate(REACHABLE)):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUS))
    assert [one["what"] for one in reached if not (one["shown"] and one["seen"])] == []
    assert "footer" in page.evaluate("document.activeElement.closest('footer').className")


def test_the_first_key_leads_past_the_menu(people):
    page = people[None].page
    page.goto(people[None].home + "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_opens_and_closes_by_key(people):
    page = people[None].page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(people[None].home + "/")
    button = page.get_by_role("button", name="Mục", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Khoa giáo", exact=True).first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#danh-muc").is_visible()
    assert button.evaluate("button => button === document.activeElement")
