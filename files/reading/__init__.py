"""What uploaded files are and say: kinds by content, text, page pictures, stamps of secrecy.

Pure functions without database. `run` and `draw` work in a process of their own, which files from
outside need; `read` and `page_pictures` do the same right here.
"""

from files.reading.errors import ReadingError, UnavailableError, UnreadableError
from files.reading.kinds import Kind, kind_of
from files.reading.names import check_name
from files.reading.readers import page_pictures, read
from files.reading.result import Limits, Reading
from files.reading.sandbox import draw, run
from files.reading.stamps import Stamp, stamps_in

__all__ = [
    "Kind",
    "Limits",
    "Reading",
    "ReadingError",
    "Stamp",
    "UnavailableError",
    "UnreadableError",
    "check_name",
    "draw",
    "kind_of",
    "page_pictures",
    "read",
    "run",
    "stamps_in",
]
