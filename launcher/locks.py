"""File locks. The kernel drops them when their holder dies, however it dies."""

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def opened(path: Path):
    """A descriptor to lock by. Reading rights are enough, so several accounts can share a lock."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDONLY | os.O_CREAT
    descriptor = os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path):
    """Hold the exclusive lock of a file or folder."""
    with opened(path) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def share(descriptor: int):
    fcntl.flock(descriptor, fcntl.LOCK_SH)


def is_alone(descriptor: int) -> bool:
    """Whether nobody else holds this lock, not even shared."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
