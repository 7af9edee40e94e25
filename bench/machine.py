"""What is measured on: cores, processes and their processor time."""

import os
import platform
import shutil
import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from launcher.config import Unfit

TICK = os.sysconf("SC_CLK_TCK")
SERVERS, LOAD = 0, 1  # the core of the servers, and the one of whoever asks them


def pinned(core: int, argv: list) -> list:
    """The command, bound to one core where there are two."""
    words = [str(word) for word in argv]
    return ["taskset", "-c", str(core), *words] if os.cpu_count() > 1 else words


def pin(core: int, pids):
    for pid in pids if os.cpu_count() > 1 else ():
        subprocess.run(
            ["taskset", "-a", "-cp", str(core), str(pid)], capture_output=True, check=False
        )


def unpin(pids):
    """Give processes that go on afterwards every core back."""
    cores = f"0-{os.cpu_count() - 1}"
    for pid in pids:
        subprocess.run(["taskset", "-a", "-cp", cores, str(pid)], capture_output=True, check=False)


def descendants(pid: int) -> list[int]:
    """The process and everything below it."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += descendants(int(child))
    return found


def cpu_seconds(pids) -> float:
    """User and system time of these processes and of the children that they have waited for, be
    they among these: PostgreSQL's helpers come and go."""
    total = 0
    for pid in pids:
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
    return total / TICK


def memory_mb(pid: int) -> float:
    """What the process has for itself, and its share of what it shares."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise Unfit(f"/proc/{pid}/smaps_rollup names no memory.")


def load_average() -> float:
    return os.getloadavg()[0]


def described() -> str:
    """One line about the machine."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    day = datetime.now(UTC).date().isoformat()
    return (
        f"{day}, {os.cpu_count()} cores ({model}), {memory:.0f} GB, "
        f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


def needed(*programs: str):
    """Install what Debian has and this machine has not; Unfit where that may not be done."""
    packages = {
        "wrk": "wrk",
        "nginx": "nginx libnginx-mod-http-brotli-static",
        "chromium": "chromium",
        "node": "nodejs npm",
    }
    path = f"{os.environ['PATH']}:/usr/sbin"
    missing = " ".join(packages[name] for name in programs if not shutil.which(name, path=path))
    if not missing:
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise Unfit(f"Needed, as root: apt-get install {missing}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing.split()]):
        subprocess.run([*apt, *step], stdin=subprocess.DEVNULL, env=environment, check=True)
