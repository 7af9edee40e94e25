"""The keys of the apps stand sealed in the database."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from accounts.models import Authenticator, Session
from accounts.second_factor.models import new_secret, step_of
from accounts.tasks import forget_sign_ins

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SET_UP = "/tai-khoan/bao-mat/hai-lop/"


@pytest.fixture
def authenticator(editor):
    authenticator = Authenticator.objects.of(editor)
    authenticator.switch_on(SECRET, step=0)
    return authenticator


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_authenticator")
        return cursor.fetchone()[0]


def test_a_dump_does_not_show_the_key(authenticator):
    assert SECRET not in stored()
    assert Authenticator.objects.get().secret == SECRET


def test_nor_the_one_that_is_being_set_up(client, speaker):
    client.force_login(speaker)
    secret = client.get(SET_UP).context["secret"].replace(" ", "")
    data = Session.objects.get().get_decoded()
    assert secret not in str(data)
    assert client.get(SET_UP).context["secret"].replace(" ", "") == secret


def test_an_old_key_opens_until_the_night_has_sealed_anew(authenticator, settings):
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-key-" * 4
    settings.SECRET_KEY_FALLBACKS = [former]
    assert Authenticator.objects.get().secret == SECRET
    forget_sign_ins(0)
    settings.SECRET_KEY_FALLBACKS = []
    assert Authenticator.objects.get().secret == SECRET


def test_without_its_key_no_code_is_right_and_nothing_is_destroyed(authenticator, settings, caplog):
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-key-" * 4
    lost = Authenticator.objects.get()
    assert lost.secret == ""
    assert "SECRET_KEY" in caplog.text
    assert not any(lost.accepts(f"{code:06}") for code in range(3))
    assert step_of("", "328482") is None
    Authenticator.objects.seal_anew()
    settings.SECRET_KEY = before
    assert Authenticator.objects.get().secret == SECRET


def test_keys_that_stood_there_in_plain_text_are_sealed_by_the_migration(authenticator):
    plain = new_secret()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_authenticator SET secret = %s", [plain])
    migration = import_module("accounts.migrations.0016_sealed_keys")
    before = MigrationLoader(connection).project_state([("accounts", "0015_upload_days")]).apps
    migration.seal_all(before, None)
    assert plain not in stored()
    assert Authenticator.objects.get().secret == plain
    migration.unseal_all(before, None)
    assert stored() == plain
