"""Rendered pages in this process's memory, bounded in bytes."""

import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import HttpResponse

OVERHEAD = 1024  # bytes that a key, its headers and the dictionary's slot take, roughly


@dataclass(frozen=True, slots=True)
class Page:
    body: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response):
        return cls(response.content, tuple(response.items()))

    @property
    def size(self):
        return len(self.body) + OVERHEAD

    def response(self, *, head: bool) -> HttpResponse:
        """A fresh response: middleware above may add headers to it."""
        response = HttpResponse(b"" if head else self.body)
        for name, value in self.headers:
            response[name] = value
        response["Content-Length"] = str(len(self.body))
        return response


class PageStore:
    """Keeps the pages asked for most recently, `limit` bytes of them at most.

    Old editions are never asked for again, so they fall out at the end by themselves.
    """

    def __init__(self, limit: int):
        self.limit = limit
        self.size = 0
        self.pages: OrderedDict[tuple, Page] = OrderedDict()
        self.lock = threading.Lock()
        self.rendering: dict[tuple, list] = {}

    def get(self, key) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def put(self, key, page: Page) -> None:
        with self.lock:
            self._drop(key)
            self.pages[key] = page
            self.size += page.size
            while self.size > self.limit:
                self._drop(next(iter(self.pages)))

    def _drop(self, key):
        if page := self.pages.pop(key, None):
            self.size -= page.size

    @contextmanager
    def one_at_a_time(self, key):
        """Let one thread render a page while the others wait for its copy."""
        with self.lock:
            turn = self.rendering.setdefault(key, [threading.Lock(), 0])
            turn[1] += 1
        try:
            with turn[0]:
                yield
        finally:
            with self.lock:
                turn[1] -= 1
                if not turn[1]:
                    del self.rendering[key]
