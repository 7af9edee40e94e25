"""Keeps the web server and the worker running, and the database under them."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from launcher.config import Unfit
from launcher.process import bound_child, open_private, say

TICK = 0.3  # seconds between two looks
STOP_SECONDS = 10
LOG_BYTES = 10 * 1024 * 1024  # of each log; one older piece is kept


class Deaths:
    """Counts how often something died of late; too often means that restarting does not help."""

    LIMIT, SECONDS = 5, 60

    def __init__(self, name: str, log: Path):
        self.name, self.log, self.times = name, log, []

    def add(self) -> float:
        """Note one more; returns the seconds to wait before the next start."""
        now = time.monotonic()
        self.times = [moment for moment in self.times if now - moment < self.SECONDS] + [now]
        if len(self.times) >= self.LIMIT:
            raise Unfit(f"{self.name} dừng {self.LIMIT} lần liền nên cổng dừng; xem {self.log}")
        say(f"{time.strftime('%H:%M:%S')} {self.name} dừng đột ngột, đang khởi động lại …")
        return 0.1 * 3 ** (len(self.times) - 1)


class Service:
    """A program that runs as long as we do."""

    def __init__(self, name: str, argv: list, log: Path, descriptors=()):
        self.argv, self.log, self.descriptors = [str(part) for part in argv], log, descriptors
        self.deaths = Deaths(name, log)
        self.process = None
        self.due = 0.0  # when to start it, by the monotonic clock

    def look(self):
        """Start it when it is due; note its death when it died."""
        if self.process is None:
            if time.monotonic() >= self.due:
                self.start()
        elif self.process.poll() is not None:
            self.kill()
            self.process = None
            self.due = time.monotonic() + self.deaths.add()
        self.rotate()

    def start(self):
        with open_private(self.log) as log:
            self.process = subprocess.Popen(  # noqa: S603
                self.argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=self.descriptors,
                start_new_session=True,  # Ctrl-C reaches us alone, and we stop it in order
                preexec_fn=bound_child(),
            )

    def terminate(self):
        if self.process:
            self.process.terminate()

    def wait(self, seconds: float):
        if self.process:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
            self.kill()
            self.process.wait()

    def kill(self):
        """Also what it started: those may outlive it for a moment."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def rotate(self):
        """The program goes on writing to the same file, so its text is moved, not the file."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            with open_private(self.log.with_suffix(".1.log"), "wb") as older:
                older.write(self.log.read_bytes())
            os.truncate(self.log, 0)


class Supervisor:
    def __init__(self, services: list[Service], cluster=None):
        self.services, self.cluster = services, cluster
        if cluster:
            self.database_deaths = Deaths("PostgreSQL", cluster.home / "log")

    def look(self):
        """One round: first the database, as the others die without it."""
        if self.cluster and not self.cluster.alive():
            self.database_deaths.add()
            self.cluster.revive()
        for service in self.services:
            service.look()

    def run(self):
        while True:
            self.look()
            time.sleep(TICK)

    def stop(self):
        for service in self.services:
            service.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for service in self.services:
            service.wait(max(0, deadline - time.monotonic()))
