"""A portal under `launcher.run` whose processes can be pinned, killed and measured."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import environ
import psycopg

from launcher.config import CHECKOUT
from launcher.postgres import default_url

SECONDS = 300
TICKS = os.sysconf("SC_CLK_TCK")
COUNTED = """
    SELECT coalesce(sum(views), 0) + (SELECT count(*) FROM stats_hit WHERE what = 'view')
    FROM stats_day
"""
SETTINGS = ("synchronous_commit", "fsync", "full_page_writes")
# What stands in the command line of each, and whether the first one (the parent) is meant.
COMMANDS = {
    "web server": ("gunicorn", 0),
    "web process": ("gunicorn", -1),
    "worker": ("procrastinate", 0),
    "PostgreSQL": ("postgres", 0),
}


class Portal:
    def __init__(self, folder: Path, port: int):
        self.folder, self.port = folder, port
        where = environ.Env.db_url_config(default_url(folder))
        self.database = {"host": where["HOST"], "user": where["USER"], "dbname": where["NAME"]}

    @contextmanager
    def running(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        told = {"PORT": str(self.port), "VAR_DIR": str(self.folder), "DATABASE_URL": ""}
        argv = [sys.executable, "-m", "launcher.run"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        with subprocess.Popen(argv, cwd=CHECKOUT, env=os.environ | told, **pipes) as self.process:
            try:
                self.wait_for_opening()
                yield self
            finally:
                self.process.send_signal(signal.SIGINT)
                self.process.communicate(timeout=SECONDS)

    def wait_for_opening(self):
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                self.wait_for("worker")
                return
        raise RuntimeError("".join(said))

    def wait_for(self, kind):
        deadline = time.monotonic() + SECONDS
        while not self.find(kind):
            if time.monotonic() > deadline:
                raise RuntimeError(f"no {kind}")
            time.sleep(0.1)

    def wait_for_database(self):
        deadline = time.monotonic() + SECONDS
        while True:
            try:
                return self.ask("SELECT 1")
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def ask(self, question):
        with psycopg.connect(**self.database) as session:
            return session.execute(question).fetchone()[0]

    def counted(self):
        return int(self.ask(COUNTED))

    def promises(self):
        """The settings by which an answered beacon is on the disk."""
        return ", ".join(f"{name} {self.ask(f'SHOW {name}')}" for name in SETTINGS)

    def find(self, kind):
        """The numbers of the processes of a kind, parents first."""
        words, _ = COMMANDS[kind]
        return [pid for pid in descendants(self.process.pid) if words in command(pid)]

    def kill(self, kind):
        self.wait_for(kind)
        os.kill(self.find(kind)[COMMANDS[kind][1]], signal.SIGKILL)

    def keep_to(self, cores):
        """Also what they start later: children inherit it."""
        for pid in [self.process.pid, *descendants(self.process.pid)]:
            for task in Path(f"/proc/{pid}/task").iterdir():
                os.sched_setaffinity(int(task.name), cores)

    def processor(self):
        """Seconds that each kind of process has had, dead children included."""
        kinds = ("web server", "worker", "PostgreSQL")
        return {kind: sum(map(seconds, self.find(kind))) for kind in kinds}


def descendants(pid):
    """Every process below it, parents first and older ones before younger ones."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := stat(entry.name)):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for parent in found:
        found += sorted(children.get(parent, []))
    return found[1:]


def stat(pid):
    """The fields of /proc/PID/stat from the state on; none where it ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def seconds(pid):
    fields = stat(pid)
    return sum(map(int, fields[11:15])) / TICKS if fields else 0.0
