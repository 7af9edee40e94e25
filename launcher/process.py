"""Processes: how they are told to stop, and how none outlives the launcher."""

import ctypes
import os
import signal
import subprocess
from contextlib import suppress
from functools import partial
from pathlib import Path

from launcher.config import Unfit

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)  # loaded before any fork


def die_with_parent(number=signal.SIGKILL, parent=None):
    """Have the kernel send this process `number` when its parent dies, even by `kill -9`.

    `parent`: its number, where it is known; it may have died before the kernel was told.
    """
    _libc.prctl(PR_SET_PDEATHSIG, number)
    if parent and os.getppid() != parent:
        os.kill(os.getpid(), number)


def bound_child():
    """What a child of this process does first (subprocess's preexec_fn): bind its life to ours."""
    return partial(die_with_parent, parent=os.getpid())


def stop_on_signals():
    """Ctrl-C, SIGTERM and a closed terminal all raise KeyboardInterrupt; so does the end of make.

    SIGHUP stays ignored where nohup asked for that.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.default_int_handler)
    if "MAKELEVEL" in os.environ:
        die_with_parent(signal.SIGTERM)


def ignore_signals():
    """For the time of tidying up, so that a second Ctrl-C leaves nothing half stopped."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def open_private(path: Path, mode="ab"):
    """A file for our eyes only; a link laid in its place is not followed, as we may be root."""
    if mode == "wb":
        path.unlink(missing_ok=True)  # it may be another account's
    opener = lambda name, flags: os.open(name, flags | os.O_NOFOLLOW, 0o600)  # noqa: E731
    return open(path, mode, opener=opener)


def reason(path: Path) -> str:
    """The line of a log that says why: PostgreSQL's last FATAL, what follows the last traceback,
    else the last line."""
    lines = [line for line in path.read_text(errors="replace").splitlines() if line.strip()]
    if fatal := [line for line in lines if "FATAL:" in line]:
        return fatal[-1].strip()
    frames = [number for number, line in enumerate(lines[:-1]) if line.startswith("  ")]
    return lines[frames[-1] + 1 if frames else -1].strip() if lines else ""


def run_step(what: str, argv: list, log: Path, **options):
    """Run one step to its end. Its errors go to `log`, the reason of a failure to the terminal."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open_private(log, "wb") as file:
        done = subprocess.run(  # noqa: S603
            [str(part) for part in argv],
            stderr=file,
            check=False,
            preexec_fn=bound_child(),
            **({} if "input" in options else {"stdin": subprocess.DEVNULL}),
            **options,
        )
    if done.returncode:
        raise Unfit(f"{what}: {reason(log)} (chi tiết: {log})")


def say(line: str, file=None):
    with suppress(OSError):  # the terminal may be closed by now
        print(line, file=file, flush=True)
