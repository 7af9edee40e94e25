"""The generator's files, read while they are being written.

The same arguments always give the same bytes, so a generator that was cut short begins anew and
nobody notices.
"""

import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from bench import places
from launcher.config import Unfit
from launcher.process import bound_child

WAIT = 0.2  # seconds until the file is looked at again


class Corpus:
    def __init__(self, folder: Path, articles: int, papers: int):
        self.folder = folder
        self.articles = articles
        self.papers = papers
        self.whole = folder / "whole"  # stands when the generator came to its end
        self.generator = None

    @contextmanager
    def being_written(self):
        """Have the generator at work for a block of code, unless it has done its work before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.whole.exists():
            yield self
            return
        for name in ("articles.jsonl", "documents.jsonl"):
            (self.folder / name).unlink(missing_ok=True)
        numbers = [str(self.articles), str(self.papers)]
        self.generator = subprocess.Popen(
            [sys.executable, places.generator(), *numbers, self.folder], preexec_fn=bound_child()
        )
        try:
            yield self
            if self.generator.wait() == 0:
                self.whole.touch()
        finally:
            self.generator.kill()
            self.generator.wait()

    def lines(self, name: str, start: int, stop: int):
        """The lines from the one of number `start` up to `stop`, as they come."""
        return islice(self._follow(self.folder / name), start, stop)

    def _follow(self, path: Path):
        """Raises Unfit where nothing more will come."""
        while not path.exists():
            self._wait(self._ended())
        piece = b""  # not text: half a letter may stand at the end
        with path.open("rb") as file:
            while True:
                ended = self._ended()  # asked before reading: its last lines come before its end
                piece += file.readline()
                if piece.endswith(b"\n"):
                    yield piece
                    piece = b""
                else:
                    self._wait(ended)

    def _ended(self) -> bool:
        return self.generator is None or self.generator.poll() is not None

    def _wait(self, ended: bool):
        if ended:
            raise Unfit(f"The corpus in {self.folder} ends too early; delete it and begin anew.")
        time.sleep(WAIT)
