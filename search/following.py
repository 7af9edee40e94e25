"""What the search table knows follows the tables of the apps, however they are written.

An app describes its things in an SQL function `<app>_searchable(ids bigint[])`, which returns of
them: shelf, object_id, day, title, lead, body (HTML), files, marks. What is not public stands on
shelves of its own.
"""

from django.db import migrations

from core.editions import EVENTS, quoted


class Source:
    """`function`: the app's; `table`: whose rows are the things; then the numbers of its shelves:
    for what anybody sees, for what only members see, for what is not published. `named`: tables
    whose names are among the words, each with the query for the ids of the things that bear the
    name of a number."""

    def __init__(self, function, table, *, public, members=None, in_work=None, named=None):
        self.function, self.table, self.named = function, table, named or {}
        self.public, self.members, self.in_work = public, members, in_work
        self.numbers = tuple(n for n in (public, members, in_work) if n is not None)
        self.shelves = "{" + ",".join(map(str, self.numbers)) + "}"

    def follows_itself(self, *columns):
        """The migration operation for the table itself; `columns`: those that matter."""
        create = follow(self, self.table, "", "SELECT id FROM changed", columns)
        create.append(
            f"CREATE TRIGGER {self.table}_search_truncate AFTER TRUNCATE ON {self.table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION search_forget('{self.shelves}');"
        )
        return operation(self.table, create, [*EVENTS, "truncate"])

    def follows(self, table, owners, *columns, events=tuple(EVENTS)):
        """The operation for another table. `owners`: a query over its `changed` rows that gives
        as `id` the things that it changes."""
        create = follow(self, table, self.table, owners, columns, events)
        return operation(table, create, [f"{event}_{self.table}" for event in events])

    def follows_files(self, attachments, owner):
        """The operations for what is in the files of a table of attachments; `owner`: its column
        that leads to the things."""
        owners = f"SELECT file.{owner} AS id FROM changed JOIN {attachments} AS file ON stored_id ="
        return [
            self.follows(attachments, f"SELECT {owner} AS id FROM changed"),
            self.follows("files_storedfile", f"{owners} changed.id", "state", events=("update",)),
            self.follows("files_filepage", f"{owners} changed.file_id"),
        ]

    def follows_names(self):
        """The operations for names that many things bear: a job follows (search/renaming.py)."""
        return [
            migrations.RunSQL(
                f"CREATE TRIGGER {table}_search_rename AFTER UPDATE ON {table} REFERENCING "
                f"{EVENTS['update']} FOR EACH STATEMENT EXECUTE FUNCTION search_note_renamed();",
                f"DROP TRIGGER {table}_search_rename ON {table}",
            )
            for table in self.named
        ]


def follow(source, table, owner, owners, columns, events=tuple(EVENTS)):
    words = (source.function, owner, source.shelves, owners, " ".join(columns))
    arguments = ", ".join(map(quoted, words))
    whose = f"_{owner}" if owner else ""
    return [
        f"CREATE TRIGGER {table}_search_{event}{whose} AFTER {event} ON {table} REFERENCING "
        f"{EVENTS[event]} FOR EACH STATEMENT EXECUTE FUNCTION search_follow({arguments});"
        for event in events
    ]


def operation(table, create, events):
    drop = [f"DROP TRIGGER {table}_search_{event} ON {table};" for event in events]
    return migrations.RunSQL("\n".join(create), "\n".join(drop))
