"""The whole of `make run`, but for the installing, on the smallest portal there is."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from launcher.config import CHECKOUT

SECONDS = 60


@pytest.fixture(scope="module")
def checkout():
    """A checkout that holds our launcher and the stub."""
    with tempfile.TemporaryDirectory(prefix="tuyengiao-") as folder:
        Path(folder).chmod(0o711)
        shutil.copytree(CHECKOUT / "launcher", Path(folder) / "launcher")
        shutil.copy(CHECKOUT / "manage.py", folder)
        shutil.copytree(Path(__file__).parent / "stub", folder, dirs_exist_ok=True)
        yield Path(folder)


class Portal:
    """One `make run`."""

    def __init__(self, checkout, port):
        self.checkout, self.port = checkout, port
        environment = os.environ | {
            "PORT": str(port),
            "VAR_DIR": str(checkout / "var"),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "tuyengiao.settings",
        }
        (checkout / "var" / "log").mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "launcher.run"],
            cwd=checkout,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def opening(self):
        lines = []
        for line in self.process.stdout:
            lines.append(line.strip())
            if "Ctrl-C" in line:
                break
        return lines

    def serves(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def find(self, words):
        """The processes of this checkout whose command line holds `words`, oldest first."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and words in command(entry) and lives_in(entry, self.checkout):
                found.append(int(entry.name))
        return sorted(found)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        rest = self.process.stdout.read()
        return self.process.wait(SECONDS), rest


def command(entry):
    try:
        return (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def lives_in(entry, folder):
    try:
        return (entry / "cwd").readlink().is_relative_to(folder)
    except OSError:
        return False


def wait_until(true):
    deadline = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.fixture
def portal(checkout):
    """Starts portals, on one free port, and leaves none running."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    started = []

    def start():
        started.append(Portal(checkout, port))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.stop()


def test_it_serves_says_where_and_leaves_nothing_behind(portal):
    first = portal()
    opening = first.opening()
    assert f"Cổng đang chạy tại   http://127.0.0.1:{first.port}/" in opening
    assert "hoa mat-khau-cua-hoa thu_ky" in opening
    assert first.serves()
    code, rest = first.stop()
    assert (code, rest) == (0, "Đã dừng.\n")
    assert first.find("") == []


def test_every_process_may_be_killed(portal):
    first = portal()
    first.opening()
    for words in ("gunicorn", "procrastinate", "bin/postgres", "idle"):
        wait_until(lambda words=words: first.serves() and first.find(words))
        victim = first.find(words)[0]
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda pid=victim, words=words: pid not in first.find(words))
        wait_until(lambda words=words: first.serves() and first.find(words))
    assert first.stop()[0] == 0
    assert first.find("") == []


def test_when_the_launcher_is_killed_the_next_run_takes_over(portal):
    first = portal()
    first.opening()
    (server,) = first.find("bin/postgres")
    first.process.kill()
    wait_until(lambda: first.find("bin/python") == [])
    second = portal()
    second.opening()
    assert second.find("bin/postgres") == [server]
    assert second.serves()
    second.stop()
    assert second.find("") == []


def test_what_keeps_it_from_starting_is_one_line(portal, checkout):
    settings = checkout / "tuyengiao" / "settings.py"
    healthy = settings.read_text()
    settings.write_text("import sys\nsys.exit('SECRET_KEY: thiếu')\n")
    try:
        broken = portal()
        lines = broken.process.stdout.read().splitlines()
    finally:
        settings.write_text(healthy)
    assert broken.process.wait(SECONDS) == 1
    log = checkout / "var" / "log" / "prepare.log"
    line = f"Không chuẩn bị được cổng: SECRET_KEY: thiếu (chi tiết: {log})"
    assert lines == ["Đang chuẩn bị …", line]
    assert broken.find("") == []
