"""Files on disk, and who can recognise text here."""

import pytest

from files.reading import kind_of, ocr, read, run


@pytest.fixture
def written(tmp_path):
    """Writes bytes to a file and gives its path."""

    def write(data, name="tep"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def reading(written):
    """Reads bytes in this process."""

    def give(data, limits=None):
        path = written(data)
        with path.open("rb") as file:
            return read(path, kind_of(file), limits)

    return give


@pytest.fixture
def sandboxed(written):
    """Reads bytes in a process of its own."""

    def give(data, limits=None):
        path = written(data)
        with path.open("rb") as file:
            return run(path, kind_of(file), limits)

    return give


@pytest.fixture
def tesseract():
    if not ocr.is_installed():
        pytest.skip("needs tesseract with Vietnamese")


@pytest.fixture
def without_tesseract(monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
