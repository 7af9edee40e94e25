"""What was met in this run, kept by the database so that memory does not grow with the file."""

from django.db import connection


class Seen:
    """A temporary table, which ends with the connection."""

    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS pg_temp.exchange_seen")
            cursor.execute("CREATE TEMP TABLE exchange_seen (key text PRIMARY KEY)")

    def first_times(self, keys):
        """For each key whether it is met for the first time."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO exchange_seen SELECT unnest(%s::text[]) "
                "ON CONFLICT DO NOTHING RETURNING key",
                [keys],
            )
            new = {key for (key,) in cursor}
        first = []
        for key in keys:
            first.append(key in new)
            new.discard(key)
        return first
