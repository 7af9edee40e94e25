"""The page of components is for developers; the accessibility statement is for everybody."""

import re

import pytest
from django.conf import settings as portal

from pages.models import SiteSettings
from pages.showcase import SPRITE
from tests.factories import make_article, make_document

pytestmark = pytest.mark.django_db


def test_a_portal_that_serves_has_no_page_of_components(client):
    assert client.get("/_/thanh-phan/").status_code == 404


def test_it_shows_components_at_their_worst(client, settings):
    settings.DEBUG = True
    make_article()
    make_document()
    response = client.get("/_/thanh-phan/")
    text = response.content.decode()
    assert "no-store" in response["Cache-Control"]
    for component in ("lead--plain", "field--bad", "standing--revoked", "papers__row", "empty"):
        assert component in text


def test_every_icon_that_a_template_names_is_in_the_sprite():
    known = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text()))
    named = {
        name
        for template in (portal.BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(r'icon\.html" with name="([\w-]+)"', template.read_text())
    }
    assert named - known == set()


def test_the_statement_says_whom_to_tell(client):
    SiteSettings.objects.create(phone="0230.3850108")
    text = client.get("/kha-nang-tiep-can/").content.decode()
    assert "WCAG" in text
    assert 'href="tel:02303850108"' in text
