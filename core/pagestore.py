"""What was rendered, in this process's memory, bounded in bytes."""

import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

OVERHEAD = 1024  # bytes that a key, headers and the dictionary's slots take, roughly


@dataclass(frozen=True, slots=True)
class Page:
    body: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response):
        return cls(response.content, tuple(response.items()))

    def response(self, *, head: bool) -> HttpResponse:
        """A fresh response: middleware above may add headers to it."""
        response = HttpResponse(b"" if head else self.body, headers=dict(self.headers))
        response.headers["Content-Length"] = str(len(self.body))
        return response


@dataclass(frozen=True, slots=True)
class Kept:
    edition: str
    value: Any
    size: int


class EditionStore:
    """Keeps the values asked for most recently, `limit` bytes of them at most.

    A key has one value, that of the last edition stored, so old editions take no room.
    """

    def __init__(self, limit: int):
        self.limit = limit
        self.size = 0
        self.values: OrderedDict[Any, Kept] = OrderedDict()
        self.lock = threading.Lock()
        self.making: dict[tuple, list] = {}

    def get(self, key, edition: str):
        """The value of a key in this edition, or None."""
        with self.lock:
            kept = self.values.get(key)
            if kept is None or kept.edition != edition:
                return None
            self.values.move_to_end(key)
            return kept.value

    def put(self, key, edition: str, value, size: int) -> None:
        """`size` of the value in bytes; what takes a key and its slot is added."""
        kept = Kept(edition, value, size + OVERHEAD)
        with self.lock:
            self._drop(key)
            self.values[key] = kept
            self.size += kept.size
            while self.size > self.limit:
                self._drop(next(iter(self.values)))

    def _drop(self, key):
        if kept := self.values.pop(key, None):
            self.size -= kept.size

    @contextmanager
    def one_at_a_time(self, *key):
        """Let one thread make a value while the others wait for it."""
        with self.lock:
            turn = self.making.setdefault(key, [threading.Lock(), 0])
            turn[1] += 1
        try:
            with turn[0]:
                yield
        finally:
            with self.lock:
                turn[1] -= 1
                if not turn[1]:
                    del self.making[key]
