"""Reading in a process of its own: a file that breaks, exhausts or hangs it fails alone.

The process gets no settings, no database, no secrets and no network, limits of its own
(files/reading/__main__.py), and one folder to write in, which is gone afterwards with everything
it started.
"""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path

from django.conf import settings

from files.reading.errors import ReadingError, UnavailableError, UnreadableError
from files.reading.kinds import Kind
from files.reading.result import MB, OUT_OF_MEMORY, Limits, Reading

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
MAX_RESULT = 100 * MB
MAX_PAGES = 100  # drawn at once

TOO_SLOW = "Tệp hỏng hoặc quá phức tạp: đọc quá {} giây mà chưa xong."
TOO_HUNGRY = "Tệp hỏng hoặc quá lớn: đọc tệp cần quá nhiều bộ nhớ."
TOO_LONG = "Tệp hỏng hoặc quá phức tạp: máy tính toán quá lâu mà chưa đọc xong."
CRASHED = "Tệp hỏng hoặc có cấu trúc lạ: không đọc được nội dung."
MESSAGES = {  # by exit status
    OUT_OF_MEMORY: TOO_HUNGRY,
    -signal.SIGXCPU: TOO_LONG,
    -signal.SIGKILL: TOO_HUNGRY,  # the system's answer to a want of memory
}

ERRORS = {error.__name__: error for error in (ReadingError, UnavailableError, UnreadableError)}


def run(path: str | Path, kind: Kind, limits: Limits | None = None) -> Reading:
    """Reads a file. Raises ReadingError, whose message is for people."""
    limits = limits or Limits()
    with _finished({"do": "read"}, path, kind, limits) as (answer, _):
        return Reading(**answer["reading"])


def draw(
    path: str | Path,
    kind: Kind,
    folder: str | Path,
    first: int = 1,
    last: int = MAX_PAGES,
    width: int = 1000,
    limits: Limits | None = None,
) -> list[Path]:
    """Writes the pages first to last, 100 at most, as folder/trang-N.webp.

    Raises UnavailableError where there are no pages to be had, ReadingError. Then none is written.
    """
    last = min(last, first + MAX_PAGES - 1)
    job = {"do": "draw", "first": first, "last": last, "width": width}
    with _finished(job, path, kind, limits or Limits()) as (answer, drawn):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        names = [f"trang-{int(number)}.webp" for number in answer["pages"]]
        return [Path(shutil.move(drawn / name, folder / name)) for name in names]


@contextmanager
def _finished(job, path, kind, limits) -> Iterator[tuple[dict, Path]]:
    """The answer of a process that did the job, and the folder in which it wrote."""
    with tempfile.TemporaryDirectory(prefix="doc-tep-") as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        job |= {"path": str(Path(path).resolve()), "kind": kind.label, "limits": asdict(limits)}
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        status = _process(folder, limits.seconds)
        yield _answer(folder, status), folder


def _process(folder, seconds):
    """The exit status. Whatever the process started is gone afterwards."""
    with (folder / "stderr").open("wb") as stderr:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "files.reading", str(folder)],
            cwd=ROOT,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
        )
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise ReadingError(TOO_SLOW.format(seconds)) from error
        finally:
            with suppress(ProcessLookupError):  # all of the group may have ended
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _environment(folder):
    """Nothing of ours but the address of the site, by which links are cleaned."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(folder / "tmp"),
        "TMPDIR": str(folder / "tmp"),
        "SITE_URL": settings.SITE_URL,
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENPYXL_LXML": "False",
    }


def _answer(folder, status):
    result = folder / "answer.json"
    if status != 0 or not result.is_file() or result.stat().st_size > MAX_RESULT:
        logger.warning("Reading ended with %s: %s", status, _last_words(folder))
        raise ReadingError(MESSAGES.get(status, CRASHED))
    answer = json.loads(result.read_text(encoding="utf-8"))
    _tell_once(", ".join(answer["open_to"]))
    if "error" in answer:
        raise ERRORS[answer["type"]](answer["error"])
    return answer


@cache
def _tell_once(open_to):
    if open_to:
        logger.warning("Trên máy này, tiến trình đọc tệp chưa bị ngăn khỏi: %s.", open_to)


def _last_words(folder):
    with (folder / "stderr").open("rb") as file:
        file.seek(max(0, (folder / "stderr").stat().st_size - 2000))
        return file.read().decode(errors="replace")
