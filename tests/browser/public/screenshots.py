"""`make screenshots`: every kind of page at three widths, light and dark, into var/screenshots/."""

import pytest
from django.conf import settings

from tests.browser.public.kinds import KINDS
from tests.browser.public.test_kinds import BROKEN_PICTURES

pytestmark = pytest.mark.django_db
FOLDER = settings.VAR_DIR / "screenshots"
WIDTHS = (360, 768, 1440)


@pytest.mark.parametrize("kind", KINDS)
def test_picture_of(people, kind):
    address, role = KINDS[kind]
    tab = people[role]
    for colours in ("light", "dark"):
        tab.page.emulate_media(color_scheme=colours)
        for width in WIDTHS:
            tab.page.set_viewport_size({"width": width, "height": 900})
            tab.open(address())
            assert tab.page.evaluate(BROKEN_PICTURES) == []
            name = f"{kind}-{width}{'-dark' if colours == 'dark' else ''}.png"
            tab.page.screenshot(path=FOLDER / name, full_page=True)
