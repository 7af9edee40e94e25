"""Where a cluster lives: its data, its socket and its log."""

import hashlib
import os
import signal
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from launcher import account as accounts
from launcher.config import Unfit
from launcher.process import say

OUTSIDE = Path("/var/lib")  # for a cluster whose account cannot enter the checkout
SOCKET = ".s.PGSQL.5432"
SOCKET_BYTES = 107  # what the kernel takes as the path of a Unix socket


def digest(var_dir: Path) -> str:
    return hashlib.sha256(os.fsencode(var_dir)).hexdigest()[:12]


def socket_folder(var_dir: Path) -> Path:
    """A pure function of `var_dir`, so that settings know it while nothing exists yet."""
    inside = var_dir / "postgres" / "run"
    if len(os.fsencode(inside / SOCKET)) <= SOCKET_BYTES:
        return inside
    return Path("/tmp") / f"tuyengiao-{digest(var_dir)}"  # noqa: S108 - checked by own_folder


def settle(var_dir: Path, account) -> Path:
    """The folder `postgres` in `var_dir`; a link to OUTSIDE where the account cannot enter."""
    link = var_dir / "postgres"
    if not link.exists() and not accounts.can_enter(account, var_dir):
        settle_outside(link, account)
    home = link.resolve()
    own_folder(home, account)
    if not accounts.can_enter(account, home):
        raise Unfit(f"Tài khoản {account.pw_name} không vào được {home}; hãy mở quyền hoặc dời đi.")
    for name in ("run", "log"):
        own_folder(home / name, account)
    return home


def settle_outside(link: Path, account):
    home = OUTSIDE / f"tuyengiao-{digest(link.parent)}"
    if home.exists():  # the link to it was removed, with all else in `var`: begin anew
        end_processes(home / "data")
        older = home.rename(f"{home}.{int(time.time())}")
        say(f"Dữ liệu của thư mục var đã xóa còn ở {older}.", sys.stderr)
    own_folder(home, account)
    link.unlink(missing_ok=True)
    link.symlink_to(home)
    say(f"Tài khoản {account.pw_name} không vào được {link.parent}: dữ liệu ở {home}.", sys.stderr)


def own_folder(folder: Path, account):
    """Make it for this account alone; refuse one that is somebody else's."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    info = folder.lstat()
    if info.st_uid == os.geteuid() != account.pw_uid:  # new, or we were killed just here
        accounts.give(folder, account)
        info = folder.lstat()
    if not stat.S_ISDIR(info.st_mode) or info.st_uid != account.pw_uid or info.st_mode & 0o077:
        raise Unfit(f"{folder} phải là thư mục riêng (0700) của tài khoản {account.pw_name}.")


def server_processes(data: Path) -> list[int]:
    """The processes of the server of this data folder: they all work in it."""
    pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [pid for pid in pids if works_in(data, pid)]


def works_in(data: Path, pid: int) -> bool:
    """False for a process that is gone, a zombie or another program under a reused number."""
    try:
        name = Path(f"/proc/{pid}/comm").read_text().strip()
        return name == "postgres" and Path(f"/proc/{pid}/cwd").readlink() == data
    except OSError:
        return False


def end_processes(data: Path):
    """Kill what a dead postmaster left behind: it would keep a new one from starting."""
    while pids := server_processes(data):
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
