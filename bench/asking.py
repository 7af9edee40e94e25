"""wrk asks a server for paths in turn; its processor time is read before and after."""

import http
import subprocess
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from bench import machine
from launcher.config import Unfit

CONNECTIONS = 16
SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Figures:
    per_cpu_second: float  # requests for each second of processor time of all servers together
    median_ms: float
    p99_ms: float
    bytes: float  # of one answer, with its headers
    requests: int
    load: float  # average of the machine afterwards: what else ran


def ask(server, paths, seconds: int, headers=None, connections=CONNECTIONS) -> Figures:
    """Ask for these paths, over and over; longer where a busy machine finished none in the time.

    Any answer but 2xx and 3xx is a fault of the measurement and raises Unfit.
    """
    words = [f"{name}={value}" for name, value in (headers or {}).items()]
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths))
        file.flush()
        for span in (seconds, 4 * seconds, 16 * seconds):
            argv = ["wrk", "-t1", f"-c{connections}", f"-d{span}s", "--timeout", "60s"]
            found = run(server, [*argv, "-s", SCRIPT, server.url, "--", file.name, *words])
            if found.requests:
                return found
    raise Unfit(f"{server.name} answered nothing in {span} s.")


def run(server, argv) -> Figures:
    pids = server.pids()
    before = machine.cpu_seconds(pids)
    done = subprocess.run(
        machine.pinned(machine.LOAD, argv), capture_output=True, text=True, check=False
    )
    return figures(server.name, done, machine.cpu_seconds(pids) - before)


def warm(server, paths, headers=None):
    """Have every process of the server answer these paths, or the first few of them, before."""
    for path in paths[:3] * 4:
        request = urllib.request.Request(server.url + path, headers=headers or {})  # noqa: S310
        try:
            urllib.request.urlopen(request).close()  # noqa: S310 - our own server
        except urllib.error.HTTPError as answer:
            if answer.code != http.HTTPStatus.NOT_MODIFIED:
                raise


def figures(name, done, spent) -> Figures:
    told = [line for line in done.stdout.splitlines() if line.startswith("RESULT ")]
    if done.returncode or not told:
        raise Unfit(f"wrk failed with {name}: {done.stderr.strip() or done.stdout.strip()}")
    requests, _, median, p99, faults, size = map(int, told[0].split()[1:])
    if faults:
        raise Unfit(f"{name}: {faults} of {requests} answers were faults.")
    return Figures(
        per_cpu_second=requests / max(spent, 0.01),
        median_ms=median / 1000,
        p99_ms=p99 / 1000,
        bytes=size / max(requests, 1),
        requests=requests,
        load=machine.load_average(),
    )
