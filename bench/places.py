"""Where the measurements keep things, and which portal a process works on."""

import os
import subprocess
import sys
from pathlib import Path

from launcher.config import CHECKOUT, Unfit, var_dir

PAPERS_SHARE = 10  # articles for each paper: a million of them go with 100,000 papers


def bench_dir() -> Path:
    return Path(os.environ.get("BENCH_DIR") or var_dir() / "bench").resolve()


def generator() -> Path:
    """The script that writes the corpus: ARTICLES DOCUMENTS OUT_DIR are its arguments."""
    default = CHECKOUT.parent / "shared" / "corpus" / "make_corpus.py"
    path = Path(os.environ.get("BENCH_CORPUS") or default)
    if not path.is_file():
        raise Unfit(f"No generator of the corpus at {path}; BENCH_CORPUS names one.")
    return path


def portal(articles: int) -> Path:
    """The VAR_DIR of the portal with so many articles."""
    return bench_dir() / str(articles)


def work_on(articles: int):
    """Make this process, before it sets Django up, and those it starts work on that portal."""
    folder = portal(articles)
    os.environ["BENCH_DIR"] = str(bench_dir())
    os.environ["VAR_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    folder.mkdir(parents=True, exist_ok=True)


def loaded(articles: int):
    """See that the portal with so many articles stands, by a process of its own; work on it."""
    work_on(articles)
    subprocess.run([sys.executable, "-m", "bench.load", str(articles)], check=True)
