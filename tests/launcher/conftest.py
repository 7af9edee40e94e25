import tempfile
from pathlib import Path

import pytest

from launcher.postgres import Cluster


@pytest.fixture
def var_dir():
    """A new VAR_DIR which the server's account can enter even when we are root."""
    with tempfile.TemporaryDirectory(prefix="tuyengiao-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture
def cluster(var_dir):
    return Cluster(var_dir, durable=False)
