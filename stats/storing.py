"""Storing what happened: one statement, committed before the answer goes out.

The statement asks the public door itself. The row's key comes from the page, so a beacon that is
sent again because its answer got lost is stored once. PostgreSQL writes the commits of several
connections in one go, so nothing is gathered here.
"""

import uuid
from typing import NamedTuple

from django.db import InterfaceError, OperationalError, connection

from stats.places import door, public_door

INTO = "INSERT INTO stats_hit (id, what, thing, object_id, visitor, source, name) "
ONCE = " ON CONFLICT (id) DO NOTHING"
PLAIN = INTO + "VALUES (%s, %s, %s, %s, %s, %s, %s)" + ONCE
CHOSEN = "SELECT %s::uuid, %s, %s, %s, %s::bigint, %s, %s "
VISIBLE = "WHERE EXISTS (SELECT FROM ({door}) AS door (number) WHERE number = %s)"
ASKING = INTO + CHOSEN + VISIBLE + ONCE


class Row(NamedTuple):
    what: str
    place: tuple = ("", 0)
    visitor: int | None = None
    source: str = ""
    name: str = ""
    key: uuid.UUID | None = None

    def values(self):
        key = self.key or uuid.uuid4()
        return [key, self.what, *self.place, self.visitor, self.source, self.name]


def store(row: Row):
    """Count it; who calls this knows that the visitor was let in."""
    run(PLAIN, row.values())


def store_if_visible(row: Row, user=None):
    """Count it where its page is one that this person may see; other pages have no door."""
    thing, number = row.place
    if not thing:
        return store(row)
    sql, parameters = public_door(thing) if user is None else door(thing, user)
    return run(ASKING.format(door=sql), [*row.values(), *parameters, number])


def run(sql, values):
    """Twice where the connection turns out to be dead: the key makes that harmless.

    So no question goes ahead that asks whether it is alive.
    """
    connection.health_check_done = True
    try:
        execute(sql, values)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        execute(sql, values)


def execute(sql, values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
