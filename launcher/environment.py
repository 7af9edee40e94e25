"""The virtual environment: made, filled from a lock file, mended when that was cut short."""

import hashlib
import importlib.util
import subprocess
import sys

from launcher import config, process
from launcher.config import CHECKOUT, Unfit
from launcher.locks import locked

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
# Its lines: where the environment was made, then what is installed. Written when all is done, so
# an environment without it was left half made.
STAMP = VENV / ".installed"
# The developers' lock holds everything of the production one, too.
CONTENTS = {
    "requirements.txt": ["requirements.txt"],
    "requirements-dev.txt": ["requirements.txt", "requirements-dev.txt"],
}


def fingerprint(name: str) -> str:
    return f"{name} {hashlib.sha256((CHECKOUT / name).read_bytes()).hexdigest()}"


def install(name: str):
    """See that `.venv` holds what the lock file `name` lists; quick when it does."""
    try:
        with locked(CHECKOUT):
            installed = read_stamp()
            if fingerprint(name) in installed:
                return
            if not installed:
                create()
            fill(name)
    except OSError as error:
        raise Unfit(f"Không tạo được {VENV}: {error.strerror} ({error.filename}).") from None


def read_stamp() -> list[str]:
    """The lines of the stamp; none when the environment is unfinished, moved or broken."""
    if not STAMP.is_file() or not runs():
        return []
    lines = STAMP.read_text().splitlines()
    return lines if lines[:1] == [str(VENV)] else []


def runs() -> bool:
    """A Python that was removed or replaced since leaves a dead link behind."""
    try:
        return subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0  # noqa: S603
    except OSError:
        return False


def create():
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Unfit(f"Python thiếu venv; trên Debian hãy cài: apt install python{version}-venv")
    process.say("Đang tạo môi trường Python trong .venv …")
    log = config.log_dir() / "venv.log"
    argv = [sys.executable, "-m", "venv", "--clear", VENV]
    process.run_step("Không tạo được .venv", argv, log, stdout=subprocess.DEVNULL)


def fill(name: str):
    process.say(f"Đang cài các thư viện trong {name} (lần đầu mất khoảng một phút) …")
    STAMP.unlink(missing_ok=True)
    options = ["--require-hashes", "--disable-pip-version-check", "--no-input", "--quiet"]
    argv = [PYTHON, "-m", "pip", "install", *options, "-r", CHECKOUT / name]
    process.run_step("Không cài được thư viện, có thể do mạng", argv, config.log_dir() / "pip.log")
    lines = [str(VENV), *map(fingerprint, CONTENTS[name])]
    STAMP.write_text("\n".join(lines) + "\n")
