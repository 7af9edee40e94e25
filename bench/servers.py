"""The servers that are compared, each on the core of the servers."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import machine, places
from launcher import home
from launcher.config import CHECKOUT, Unfit
from launcher.process import bound_child

START_SECONDS = 120
STOP_SECONDS = 20
GUNICORN = ["-m", "gunicorn", "-c", CHECKOUT / "launcher" / "gunicorn_conf.py"]


@dataclass
class Server:
    """`data`: the folder of the PostgreSQL that works for it; `behind`: servers that it asks."""

    name: str
    port: int
    process: subprocess.Popen
    data: Path | None = None
    behind: list = field(default_factory=list)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def pids(self) -> list[int]:
        own = machine.descendants(self.process.pid)
        database = home.server_processes(self.data) if self.data else []
        return [*own, *database, *(pid for server in self.behind for pid in server.pids())]

    def workers(self) -> list[int]:
        return machine.descendants(self.process.pid)[1:]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def data_of(articles: int) -> Path:
    return (places.portal(articles) / "postgres").resolve() / "data"


@contextmanager
def started(name, argv, port, *, log, environment=None, data=None, behind=(), path="/"):
    """Start a server, wait until it answers, pin it and its database; stop it at the end."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as file:
        process = subprocess.Popen(
            machine.pinned(machine.SERVERS, argv),
            env=os.environ | (environment or {}),
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            preexec_fn=bound_child(),
        )
    server = Server(name, port, process, data, list(behind))
    try:
        wait_for(server, path, log)
        machine.pin(machine.SERVERS, server.pids())
        yield server
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(server, path, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            urllib.request.urlopen(server.url + path, timeout=30).close()  # noqa: S310 - our own
            return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
        except OSError:
            time.sleep(0.1)
        time.sleep(0.1)
    raise Unfit(f"{server.name} does not answer; see {log}")


def portal(name, articles, **environment):
    """The portal with so many articles, by gunicorn as `make run` starts it."""
    port = free_port()
    environment = {"DJANGO_SETTINGS_MODULE": "tuyengiao.settings"} | environment
    environment |= {"VAR_DIR": str(places.portal(articles)), "PORT": str(port), "DATABASE_URL": ""}
    argv = [sys.executable, *GUNICORN, "--bind", f"127.0.0.1:{port}", "tuyengiao.wsgi:application"]
    log = places.bench_dir() / "log" / f"{name}.log"
    return started(
        name, argv, port, log=log, environment=environment, data=data_of(articles), path="/_/song/"
    )
