"""The service worker, its page and the app manifest, as they are sent."""

import json
import re

import pytest
from django.contrib.staticfiles import finders

from pages.models import SiteSettings
from pages.offline import ICONS, PARTS

pytestmark = pytest.mark.django_db


def test_the_worker_is_a_script_at_the_root_that_is_another_with_each_release(client, settings):
    response = client.get("/sw.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert "max-age=0" in response["Cache-Control"]
    parts = json.loads(re.search(r"const PARTS = (\[.*\]);", response.content.decode())[1])
    assert len(parts) == len(PARTS)
    assert settings.RELEASE in response.content.decode()
    assert 'const OFFLINE = "/ngoai-tuyen/"' in response.content.decode()


@pytest.mark.parametrize("name", [*PARTS, *ICONS])
def test_what_it_fetches_is_there(name):
    assert finders.find(name)


def test_the_manifest_has_the_boards_name(client):
    SiteSettings.objects.create(name="Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hải")
    manifest = client.get("/manifest.webmanifest").json()
    assert manifest["name"] == "Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hải"
    assert manifest["short_name"] == "Ban Tuyên giáo và Dân vận"
    assert manifest["start_url"] == manifest["scope"] == "/"


def test_who_signed_in_is_given_no_worker(client, speaker):
    assert "offline/register.js" in client.get("/").content.decode()
    client.force_login(speaker)
    assert "offline/register.js" not in client.get("/").content.decode()
