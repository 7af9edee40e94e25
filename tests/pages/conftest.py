"""Pictures, as the library's own tests store them."""

from tests.library.conftest import add

__all__ = ["add"]
