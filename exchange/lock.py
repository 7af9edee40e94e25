"""One import at a time: two of the same folder would make each row twice and fail."""

from contextlib import contextmanager

from django.db import connection

KEY = 0x696D706F7274  # "import"


@contextmanager
def one_at_a_time(tell):
    """Wait for another import to end, with a word to the operator. A killed one counts as ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
        (got,) = cursor.fetchone()
        if not got:
            tell("Một lần nhập khác đang chạy; chờ lần đó xong.")
            cursor.execute("SELECT pg_advisory_lock(%s)", [KEY])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [KEY])
