import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from launcher.postgres import Cluster


@contextmanager
def open_folder():
    """A new folder which the server's account can enter even when we are root."""
    with tempfile.TemporaryDirectory(prefix="tuyengiao-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture
def var_dir():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared_var_dir():
    with open_folder() as folder:
        yield folder


@pytest.fixture
def cluster(shared_var_dir):
    """Made once for all tests of a file; each test starts and stops its server."""
    return Cluster(shared_var_dir, durable=False)


@pytest.fixture
def new_cluster(var_dir):
    return Cluster(var_dir, durable=False)
