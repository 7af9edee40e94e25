"""What was answered is counted, whatever is killed meanwhile.

A small load, for every run of the tests. All 30,000: `python -m bench.beacons --kills`.
"""

import os
import socket
import subprocess
import threading
from contextlib import suppress

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from bench.beacons import Load, kill_in_turn
from bench.watched import Portal
from launcher.postgres import NAME, Cluster
from stats.folding import FOLD
from tests.core.test_dump import program, run
from tests.factories import make_article
from tests.launcher.conftest import open_folder

NUMBER = 1200


@pytest.fixture
def portal(transactional_db, tmp_path):
    """A portal of its own, on a PostgreSQL that keeps its promises, with one article."""
    article = make_article("Bài đọc trong lúc máy hỏng")
    dump = str(tmp_path / "portal.dump")
    run("pg_dump", "--format=custom", f"--file={dump}", connection.settings_dict["NAME"])
    with open_folder() as folder, socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
        with Cluster(folder).using() as cluster:
            restore(cluster, dump)
        probe.close()
        made = Portal(folder, port)
        with made.running():
            made.place = f"bai-{article.pk}"
            yield made


def restore(cluster, dump):
    told = os.environ | {"PGHOST": str(cluster.socket), "PGUSER": NAME}
    argv = [program("pg_restore"), "--exit-on-error", "--no-owner", f"--dbname={NAME}", dump]
    subprocess.run(argv, env=told, check=True)


def test_the_total_equals_the_number_answered(portal):
    assert portal.promises() == "synchronous_commit on, fsync on, full_page_writes on"
    load = Load(portal.port, NUMBER, clients=8, place=portal.place)
    killer = threading.Thread(target=kill_in_turn, args=[portal, load])
    killer.start()
    load.run()
    killer.join()
    assert (load.done, sum(load.lost)) == (NUMBER, 0)
    assert sum(load.repeated) > 0
    assert portal.counted() == NUMBER
    a_crash_in_the_middle_of_a_fold_changes_nothing(portal)


def a_crash_in_the_middle_of_a_fold_changes_nothing(portal):
    session = psycopg.connect(**portal.database)
    assert session.execute(FOLD, [timezone.now()]).rowcount
    portal.kill("PostgreSQL")
    with suppress(psycopg.OperationalError):
        while True:
            session.execute("SELECT 1")
    portal.wait_for_database()
    assert portal.counted() == NUMBER
    assert portal.ask("SELECT count(*) FROM stats_day") == 0
    with psycopg.connect(**portal.database) as session:
        session.execute(FOLD, [timezone.now()])
    assert portal.counted() == NUMBER
    assert portal.ask("SELECT sum(number) FROM stats_pageday WHERE thing = 'bai'") == NUMBER
