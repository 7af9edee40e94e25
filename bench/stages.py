"""The stages of a load, each of which can be cut short and begun again."""

import time
from itertools import islice
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from bench import aside
from bench.rows import Articles, Papers
from core import editions
from documents import tally
from exchange.demo import load_site
from launcher.config import CHECKOUT
from launcher.prepare import collect_static
from launcher.process import say
from library.models import Picture
from news import tally as news_tally
from search.filling import fill

SQL = Path(__file__).parent / "sql"
BATCH = 5_000  # lines a transaction: some 30 MB
LINKS = 50_000  # articles whose tags are linked in one transaction
PICTURES = CHECKOUT / "demo" / "pictures"
SESSION = """
    SET synchronous_commit = off;
    SET work_mem = '128MB';
    SET maintenance_work_mem = '512MB';
"""
NAMED = "SELECT to_regclass('bench.tag_name') IS NOT NULL"


class Load:
    def __init__(self, corpus):
        self.corpus = corpus

    def run(self):
        call_command("migrate", interactive=False, verbosity=0)
        collect_static()
        with connection.cursor() as cursor:
            cursor.execute(SESSION)
        execute("setup.sql")
        if done("load"):
            return
        aside.put_off()
        with self.corpus.being_written():
            self.timed("articles", self.fill, Articles(pictures()), self.corpus.articles)
            self.timed("papers", self.fill, Papers(), self.corpus.papers)
        self.timed("tags", self.link_tags)
        self.timed("indexes", aside.bring_back)
        self.timed("search", fill)
        self.timed("ledgers", self.settle)
        note("load", 1)

    def timed(self, name, stage, *arguments):
        start = time.monotonic()
        stage(*arguments)
        say(f"{name}: {time.monotonic() - start:.0f} s")

    def fill(self, kind, number):
        """Batch after batch, each with the note of how far it goes, in one transaction."""
        start = done(kind.file_name)
        lines = self.corpus.lines(kind.file_name, start, number)
        while batch := list(islice(lines, BATCH)):
            with transaction.atomic():
                kind.copy(batch)
                start += len(batch)
                note(kind.file_name, start)
            if start % (20 * BATCH) == 0:
                say(f"  {kind.file_name} {start:,}")
        number_on(kind.table.name)

    def link_tags(self):
        """The names in one transaction, then the links of some articles at a time."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(NAMED)
            if not cursor.fetchone()[0]:
                cursor.execute((SQL / "tags.sql").read_text())
        for start in range(done("tags"), self.corpus.articles, LINKS):
            with transaction.atomic():
                execute("tag_links.sql", [start, start + LINKS])
                note("tags", start + LINKS)

    def settle(self):
        """Do at once what the portal's jobs would do one after another, and clean up."""
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE bench.tag_use, bench.tag_name")
        tally.fold()
        news_tally.fold()
        editions.fold()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def pictures():
    """The ids of the demo's pictures, which the articles take in turn; and the site's names."""
    load_site({})
    ids = []
    for path in picture_files():
        with path.open("rb") as file:
            ids.append(Picture.objects.add(file, alt=path.stem).pk)
    return ids


def picture_files():
    return sorted(PICTURES.iterdir())


def number_on(table):
    """New rows get the numbers after those that the corpus brought."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {table}",
            [table],
        )


def execute(name, arguments=None):
    with connection.cursor() as cursor:
        cursor.execute((SQL / name).read_text(), arguments)


def done(stage) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT done FROM bench.progress WHERE stage = %s", [stage])
        return (cursor.fetchone() or (0,))[0]


def note(stage, number):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench.progress VALUES (%s, %s) "
            "ON CONFLICT (stage) DO UPDATE SET done = excluded.done",
            [stage, number],
        )
