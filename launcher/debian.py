"""Runs pytest on a throw-away cluster of Debian's PostgreSQL 15, the oldest that we support.

`python -m launcher.debian [arguments of pytest]`
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from launcher import process
from launcher.config import Unfit
from launcher.postgres import Cluster
from launcher.program import Program

BIN = Path("/usr/lib/postgresql/15/bin")
APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]


def postgres15() -> Program:
    if not (BIN / "initdb").exists():
        install()
    return Program(BIN, "15", ("--locale=C.UTF-8",))


def install():
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Unfit("No PostgreSQL 15 here; as root: apt-get install postgresql-15")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", "postgresql-15"]):
        done = subprocess.run(  # noqa: S603
            [*APT, "-q", *step], stdin=subprocess.DEVNULL, env=environment, check=False
        )
        if done.returncode:
            raise Unfit("PostgreSQL 15 could not be installed; see the lines of apt-get above")


def main(arguments: list[str]) -> int:
    process.stop_on_signals()
    with tempfile.TemporaryDirectory(prefix="tuyengiao-") as folder:
        Path(folder).chmod(0o711)  # the server's account has to pass
        with Cluster(Path(folder), durable=False, program=postgres15()).using() as cluster:
            environment = os.environ | {"DATABASE_URL": cluster.url}
            pytest = [sys.executable, "-m", "pytest", *arguments]
            return subprocess.run(pytest, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
