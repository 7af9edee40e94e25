"""Pictures, as the library's own tests store them; pages that are made anew each time."""

import pytest

from tests.library.conftest import add

__all__ = ["add"]


@pytest.fixture
def unkept(settings):
    """A test's transaction never ends, so its edition never rises twice."""
    settings.PAGE_CACHE_BYTES = 0
