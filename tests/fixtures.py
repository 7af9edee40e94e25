"""The cast: one person a role, the same in every test."""

import runpy
import sys

import pytest
from django.conf import settings as portal
from django.db import connection

from tests.factories import make_person

NAMES = {
    "bao_cao_vien": "giang",
    "cong_tac_vien": "chi",
    "bien_tap_vien": "lan",
    "thu_ky": "minh",
    "quan_tri": "tuan",
}


@pytest.fixture
def cast(db):
    """Role to person: Giàng speaks, Chi sends articles in, Lan edits, Minh approves, Tuấn runs."""
    return {role: make_person(name, role) for role, name in NAMES.items()}


@pytest.fixture
def speaker(db):
    return make_person("giang", "bao_cao_vien")


@pytest.fixture
def editor(db):
    return make_person("lan", "bien_tap_vien")


@pytest.fixture
def administrator(db):
    return make_person("tuan", "quan_tri")


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Uploads of a test lie in its own folder; static files need no collecting."""
    settings.MEDIA_ROOT = tmp_path / "media"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Argon2 is slow on purpose; making the cast of each test need not be."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_is_left(request, django_db_blocker):
    """Of a test that commits: Django's flush knows neither the jobs nor the moments."""
    yield
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if commits or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock():
            forget_leftovers()


def forget_leftovers():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, core_moment CASCADE")


@pytest.fixture(autouse=True)
def quick_proofs(settings):
    """The work that a form asks of a browser is done at the first try."""
    settings.PROOF_TRIES = 1


@pytest.fixture(scope="session")
def hostile_files(tmp_path_factory):
    """Broken and hostile uploads by name; making them takes a while, so once."""
    maker = portal.BASE_DIR.parent / "shared" / "hostile" / "make_files.py"
    if not maker.exists():
        pytest.skip("needs ../shared/hostile")
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [str(maker), str(folder)])
        runpy.run_path(str(maker), run_name="__main__")
    return {file.name: file for file in folder.iterdir()}
