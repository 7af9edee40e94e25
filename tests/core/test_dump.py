"""A dump restores into an empty database: functions, constraints, triggers, edition and all."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from accounts import audit
from core import editions
from launcher.program import embedded
from tests.factories import ago, make_article, make_attachment, make_document

COPY = "tuyengiao_restored_by_a_test"  # no test_ in front: the audit log is append-only there


def program(name):
    """A PostgreSQL program of the server's own version."""
    major = str(connection.pg_version // 10000)
    bundled = embedded()
    places = [bundled.bin] if bundled.major == major else []
    places.append(Path(f"/usr/lib/postgresql/{major}/bin"))
    found = shutil.which(name, path=os.pathsep.join(map(str, places)))
    return found or pytest.skip(f"{name} {major} is not installed")


def environment():
    known = connection.get_connection_params()
    names = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password"}
    return os.environ | {key: str(known[name]) for key, name in names.items() if known.get(name)}


def run(name, *arguments):
    done = subprocess.run(
        [program(name), *arguments], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def copy(transactional_db, tmp_path):
    """A connection to a database that was restored from a dump of this one."""
    make_article("Bài còn nguyên", tags=["giao ban"], published_at=ago(hours=1))
    make_article("Bài hẹn giờ", published_at=ago(hours=-1))
    make_attachment(make_document("Văn bản", symbol="15-HD/BTGDVTU", field="Khoa giáo"))
    audit.record("publish", words="Bài còn nguyên")
    dump = str(tmp_path / "portal.dump")
    run("pg_dump", "--format=custom", f"--file={dump}", connection.settings_dict["NAME"])
    run("createdb", "--template=template0", COPY)
    try:
        run("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={COPY}", dump)
        with psycopg.connect(**connection.get_connection_params() | {"dbname": COPY}) as restored:
            restored.autocommit = True
            yield restored
    finally:
        run("dropdb", "--if-exists", COPY)


def value(restored, sql):
    return restored.execute(sql).fetchone()[0]


def test_a_dump_restores_whole(copy):
    assert value(copy, "SELECT count(*) FROM news_article") == 2
    assert value(copy, "SELECT symbol_key FROM documents_document") == "15-hd/btgdvtu"
    found = (
        "SELECT title FROM news_article JOIN search_entry ON object_id = id "
        "WHERE shelf = 1 AND words @@ 'nguyen'::tsquery"
    )
    assert value(copy, found) == "Bài còn nguyên"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_moment")
        assert value(copy, "SELECT count(*) FROM core_moment") == cursor.fetchone()[0] >= 1


def test_its_edition_is_never_one_of_the_original(copy):
    """The copy goes its own way: the same number would stand for other content."""
    assert value(copy, "SELECT core_edition()") != editions.current()
    assert value(copy, "SELECT core_edition()").split(".")[1] == editions.current().split(".")[1]


def test_its_triggers_live(copy):
    before = value(copy, "SELECT core_edition()")
    copy.execute("UPDATE news_article SET title = 'Sửa' WHERE title = 'Bài còn nguyên'")
    assert value(copy, "SELECT core_edition()") != before
    copy.execute(
        "INSERT INTO documents_attachment (document_id, title, position, stored_id, name)"
        " SELECT document_id, '', 0, stored_id, 'x.pdf' FROM documents_attachment"
    )
    assert value(copy, "SELECT max(number) FROM documents_attachment") == 2


def test_its_audit_log_is_append_only_and_what_is_too_old_goes_by_the_function_alone(copy):
    old = "INSERT INTO audit_entry (at, action, kind, object_id, label, words, tried)"
    copy.execute(f"{old} VALUES (now() - interval '7 months', 'export', '', '', '', 'cũ', '')")
    for sql in (
        "UPDATE audit_entry SET words = 'sửa'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "SET audit.forgets = 'yes'; DELETE FROM audit_entry",  # one entry is too young
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"):
            copy.execute(sql)
    copy.execute("RESET audit.forgets")
    with pytest.raises(psycopg.errors.RaiseException, match="six months"):
        copy.execute("SELECT audit_forget(now() - interval '5 months')")
    assert value(copy, "SELECT audit_forget(now() - interval '6 months')") == 1
    left = copy.execute("SELECT action FROM audit_entry ORDER BY id").fetchall()
    assert left == [("publish",), ("forget",)]
