"""The demo content on a live server, made once for all tests of this folder.

They may write (a question, a confirmation), but must hold whatever the others wrote.
"""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from documents.citations.reading import read_batch
from exchange.demo_people import PEOPLE
from files.tasks import read_file
from tests.browser.conftest import Watched
from tests.browser.public import kinds
from tests.factories import make_article
from tests.fixtures import forget_leftovers

QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"
PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


@pytest.fixture(autouse=True)
def files():
    """The demo's files and settings hold for the folder; see `demo`."""


@pytest.fixture(autouse=True)
def quick_passwords():
    """As above."""


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    own = {
        "VAR_DIR": folder,
        "MEDIA_ROOT": folder / "media",
        "STORAGES": settings.STORAGES | {"staticfiles": PLAIN},
        "PASSWORD_HASHERS": [QUICK],
    }
    with django_db_blocker.unblock(), override_settings(**own):
        call_command("load_demo", stdout=StringIO())
        read_file.func(kinds.attachment().stored_id)
        while read_batch():
            pass
        make_article("Bài đã gỡ", status="withdrawn", withdrawal_note="Tin chưa đúng sự thật.")
        server = LiveServer("localhost")
        yield server
        server.stop()
        call_command("flush", interactive=False, verbosity=0)
        forget_leftovers()


@pytest.fixture(scope="package")
def people(browser, demo):
    """Role to their tab, None to a visitor's."""
    tabs = {role: new_tab(browser, demo.url, role) for role in (None, *PEOPLE)}
    yield tabs
    for tab in tabs.values():
        tab.page.context.close()


def new_tab(browser, home, role=None, **options):
    context = browser.new_context(**{"locale": "vi-VN", "service_workers": "block"} | options)
    if role:
        context.add_cookies([cookie(home, role)])
    return Watched(context.new_page(), home)


def cookie(home, role):
    client = Client()
    client.force_login(User.objects.get(username=PEOPLE[role][0]))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": home}
