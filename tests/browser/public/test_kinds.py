"""Every kind of page, seen by a browser: accessible, within its window, silent and whole."""

import pytest

from tests.browser import axe
from tests.browser.public.kinds import KINDS, STATUS

pytestmark = pytest.mark.django_db
# 320 pixels are the narrowest phone, and a 1280 pixel window at 400 %.
NARROW = {"width": 320, "height": 256}
WIDER_THAN_THE_WINDOW = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}
"""
BROKEN_PICTURES = """
async () => {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return pictures.filter((p) => !p.naturalWidth).map((p) => p.currentSrc);
}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind(people, kind):
    address, role = KINDS[kind]
    tab = people[role]
    tab.errors.clear()
    tab.requests.clear()
    tab.page.set_viewport_size({"width": 1440, "height": 900})
    expected = STATUS.get(kind, 200)
    assert tab.open(address()).status == expected
    assert tab.page.evaluate(BROKEN_PICTURES) == []
    assert axe.faults(tab.page, wide=1440, narrow=320) == set()
    tab.page.set_viewport_size(NARROW)
    assert tab.page.evaluate(WIDER_THAN_THE_WINDOW) == []
    said = [words for words in tab.errors if f"status of {expected}" not in words]
    assert said == []
    assert tab.elsewhere == []
