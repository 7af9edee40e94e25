"""Text recognised from pictures by the program tesseract, where it is installed with Vietnamese."""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from statistics import mean
from typing import NamedTuple

from PIL import Image

DPI = 200  # 300 takes a third longer and finds no more in letters of 13 points
SECONDS = 60  # a page takes one or two
LANGUAGE = "vie"
MISSING = "Chưa đọc được chữ trong ảnh quét: máy chủ chưa cài tesseract với tiếng Việt."

PAGE, SPARSE = "3", "11"  # of tesseract's modes of page segmentation
WORD_LEVEL = "5"  # of tesseract's page, block, paragraph, line, word
GAP = 2.5  # a gap of so many heights of a letter parts two columns, which a space would join


class Recognised(NamedTuple):
    text: str
    confidence: int  # per cent


@cache
def is_installed() -> bool:
    program = shutil.which("tesseract")
    if not program:
        return False
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603
    return LANGUAGE in told.stdout.split()


def recognise(picture: Image.Image, sparse: bool = False) -> Recognised | None:
    """The text of a grey picture, its columns parted by tabs; None where tesseract gave up.

    `sparse`: single words here and there, not a page.
    """
    file = BytesIO()
    picture.save(file, "PNG", compress_level=1, dpi=(DPI, DPI))
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DPI)]
    command += ["--psm", SPARSE if sparse else PAGE, "tsv"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=file.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={"OMP_THREAD_LIMIT": "1", "PATH": _path()},
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    words = list(_words(done.stdout.decode(errors="replace")))
    sure = round(mean(word.confidence for word in words)) if words else 0
    return Recognised("".join(_joined(words)), sure)


def _path():
    return shutil.which("tesseract").rpartition("/")[0]


class _Word(NamedTuple):
    line: tuple[str, ...]
    left: int
    right: int
    height: int
    confidence: float
    text: str


def _words(tsv) -> Iterator[_Word]:
    for row in csv.DictReader(tsv.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != WORD_LEVEL or not (row["text"] or "").strip():
            continue
        line = row["block_num"], row["par_num"], row["line_num"]
        left, width, height = int(row["left"]), int(row["width"]), int(row["height"])
        yield _Word(line, left, left + width, height, float(row["conf"]), row["text"])


def _joined(words):
    before = None
    for word in words:
        if before:
            yield _between(before, word)
        yield word.text
        before = word


def _between(before, word):
    if before.line != word.line:
        return "\n"
    return "\t" if word.left - before.right > GAP * min(before.height, word.height) else " "
