"""Every test here runs a true server."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import environ
import psycopg
import pytest

from launcher import home
from launcher.postgres import Cluster, default_url, embedded_server, settings_for


def connect(cluster):
    where = environ.Env.db_url_config(cluster.url)
    return psycopg.connect(host=where["HOST"], user=where["USER"], dbname=where["NAME"])


def ask(cluster, question):
    with connect(cluster) as session:
        return session.execute(question).fetchone()[0]


def do(cluster, command):
    with connect(cluster) as session:
        session.execute(command)


def postmaster(cluster):
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


@contextmanager
def another_user(cluster, then="sys.stdin.read()"):
    """Another process that uses the same cluster until it is told to leave."""
    code = (
        "import sys; from launcher.postgres import Cluster\n"
        f"with Cluster({str(cluster.var_dir)!r}, durable=False).using():\n"
        f"    print('in', flush=True); {then}"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as process:
        while process.stdout.readline().strip() not in ("in", ""):
            pass
        yield process
        process.communicate()


def test_the_cluster_folds_vietnamese_letters_and_is_reached_by_its_socket_only(cluster):
    with cluster.using():
        assert ask(cluster, "SELECT lower('ĐẢNG ỦY')") == "đảng ủy"
        assert ask(cluster, "SHOW listen_addresses") == ""
        assert ask(cluster, "SHOW data_checksums") == "on"
        assert ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
        for folder in (cluster.home, cluster.data, cluster.socket):
            assert folder.stat().st_mode & 0o777 == 0o700


def test_trigrams_keep_vietnamese_letters(cluster):
    with cluster.using():
        do(cluster, "CREATE EXTENSION pg_trgm")
        assert ask(cluster, "SELECT similarity('đ', 'ả')") == 0
        assert ask(cluster, "SELECT similarity('Đảng ủy', 'đảng ủy')") == 1


def test_a_folder_of_somebody_else_is_refused_in_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match="Không dùng được"), Cluster(tmp_path / "file").using():
        pass


def test_the_last_one_out_stops_the_server(cluster):
    with another_user(cluster):
        with cluster.using():
            pid = postmaster(cluster)
        assert home.works_in(cluster.data, pid)
    assert home.server_processes(cluster.data) == []
    assert not (cluster.data / "postmaster.pid").exists()


def test_users_that_begin_together_on_a_cold_start_share_one_server(new_cluster):
    with (
        another_user(new_cluster),
        another_user(new_cluster),
        another_user(new_cluster),
        new_cluster.using(),
    ):
        assert ask(new_cluster, "SELECT 1") == 1
    assert home.server_processes(new_cluster.data) == []


def test_a_server_left_by_a_killed_user_is_taken_over(cluster):
    with another_user(cluster) as other:
        other.kill()
    with cluster.using():
        pid = postmaster(cluster)
        assert ask(cluster, "SELECT 1") == 1
        assert cluster._process is None
    assert not home.works_in(cluster.data, pid)


def test_a_killed_server_comes_back_with_its_data_time_and_again(var_dir):
    cluster = Cluster(var_dir)  # durable, unlike those of other tests
    with cluster.using():
        do(cluster, "CREATE TABLE t AS SELECT 7 AS n")
        for _ in range(2):
            os.kill(postmaster(cluster), signal.SIGKILL)
            while cluster.alive():
                time.sleep(0.01)
            cluster.revive()
            assert ask(cluster, "SELECT n FROM t") == 7


def test_a_user_ended_by_sigterm_leaves_no_server(var_dir):
    code = (
        "from launcher.postgres import embedded_server\nimport time\n"
        "with embedded_server():\n    print('in', flush=True); time.sleep(60)"
    )
    environment = os.environ | {"VAR_DIR": str(var_dir), "DATABASE_URL": ""}
    argv = [sys.executable, "-c", code]
    with subprocess.Popen(argv, env=environment, stdout=subprocess.PIPE, text=True) as process:
        while process.stdout.readline().strip() != "in":
            pass
        process.terminate()
    assert process.returncode == 143
    assert home.server_processes((var_dir / "postgres").resolve() / "data") == []


def test_database_url_wins(monkeypatch, var_dir):
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/portal")
    monkeypatch.setenv("VAR_DIR", str(var_dir))
    with embedded_server():
        assert list(var_dir.iterdir()) == []


def test_a_half_made_cluster_is_made_anew(new_cluster):
    (new_cluster.var_dir / "postgres").mkdir(mode=0o700)  # killed before it changed hands
    with new_cluster.using():
        draft = new_cluster.home / "data.new"
    new_cluster.data.rename(draft)
    (draft / "PG_VERSION").unlink()
    with new_cluster.using():
        assert ask(new_cluster, "SELECT 1") == 1
        assert not draft.exists()


def test_a_stale_pid_file_with_a_number_that_is_in_use_again_is_repaired(cluster):
    with cluster.using():
        pass
    stale = f"{os.getpid()}\n{cluster.data}\n1700000000\n5432\n{cluster.socket}\n\n\n"
    (cluster.data / "postmaster.pid").write_text(stale)
    with cluster.using():
        assert ask(cluster, "SELECT 1") == 1


def test_data_of_another_major_version_are_left_untouched(cluster):
    with cluster.using():
        pass
    version = cluster.data / "PG_VERSION"
    ours = version.read_text()
    version.write_text("17\n")
    with pytest.raises(SystemExit, match="PostgreSQL 17"), cluster.using():
        pass
    assert version.read_text() == "17\n"
    version.write_text(ours)
    with cluster.using():
        assert ask(cluster, "SELECT 1") == 1


def test_its_buffers_follow_the_machines_memory():
    sizes = {2**30: "128MB", 2 * 2**30: "128MB", 8 * 2**30: "512MB", 2**37: "2048MB"}
    for memory, buffers in sizes.items():
        assert f"shared_buffers = {buffers}\n" in settings_for(memory)


def test_a_server_that_cannot_start_says_why(cluster):
    with cluster.using():
        pass
    settings = cluster.data / "postgresql.conf"
    healthy = settings.read_text()
    settings.write_text("shared_buffers = nonsense\n")
    with pytest.raises(SystemExit, match=r"postgresql\.conf"), cluster.using():
        pass
    settings.write_text(healthy)


def test_a_long_path_has_its_socket_elsewhere(var_dir):
    long = var_dir / ("x" * 60) / ("y" * 60)
    cluster = Cluster(long, durable=False)
    folder = home.socket_folder(long)
    try:
        with cluster.using():
            assert ask(cluster, "SELECT 1") == 1
            assert folder.stat().st_mode & 0o777 == 0o700
    finally:
        folder.rmdir()


def test_a_socket_folder_laid_by_somebody_else_is_refused(var_dir):
    long = var_dir / ("x" * 60) / ("y" * 60)
    folder = home.socket_folder(long)
    folder.mkdir()
    folder.chmod(0o777)
    try:
        with pytest.raises(SystemExit, match="thư mục riêng"), Cluster(long).using():
            pass
    finally:
        folder.rmdir()


@pytest.mark.parametrize("path", ["/srv/portal/var", "/srv/cổng tin+ức?#%/var", "/" + "x/" * 80])
def test_the_address_reads_back_as_the_socket_folder(path):
    where = environ.Env.db_url_config(default_url(path))
    assert where["HOST"] == str(home.socket_folder(Path(path)))
    assert (where["NAME"], where["USER"], where["PASSWORD"]) == ("tuyengiao", "tuyengiao", "")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root serves through another account")
def test_where_the_account_cannot_enter_the_data_are_placed_outside(var_dir, monkeypatch, capsys):
    outside = var_dir.parent / f"{var_dir.name}-outside"
    outside.mkdir()
    monkeypatch.setattr(home, "OUTSIDE", outside)
    closed = var_dir / "closed"
    closed.mkdir(mode=0o700)
    cluster = Cluster(closed / "var", durable=False)
    try:
        with cluster.using():
            assert cluster.home.parent == outside
            assert ask(cluster, "SELECT 1") == 1
            assert (closed.stat().st_mode & 0o777) == 0o700
        assert str(cluster.home) in capsys.readouterr().err
        with cluster.using():
            assert ask(cluster, "SELECT 1") == 1
        assert capsys.readouterr().err == ""
    finally:
        shutil.rmtree(outside)
