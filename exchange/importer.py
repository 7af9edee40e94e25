"""The flow that every file of the interchange format takes: read, compare, write, report.

A line is known by (origin, id). One that was not changed since the last run is not even read
further; one that was changed is written, unless somebody edited the row here.
"""

import os
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import DatabaseError, connection, models, transaction
from django.db.models import F

from exchange import addresses
from exchange.beside import stamp
from exchange.names import Names
from exchange.reading import BadLine, Line, parse, raw_lines
from exchange.report import Outcome
from exchange.seen import Seen

BATCH = 500  # lines
BATCH_BYTES = 4 * 1024 * 1024


class Known(NamedTuple):
    """What an earlier run made of a line."""

    pk: int
    line_digest: str
    content_digest: str
    current_digest: str
    published_at: Any

    @property
    def edited(self):
        return self.current_digest != self.content_digest


@dataclass
class Item:
    """A line that was read, and the row that it asks for."""

    line: Line
    known: Known | None
    row: models.Model
    names: dict  # {field: (name, …)} of the vocabularies
    address: tuple | None = None
    files: list = field(default_factory=list)
    ids: dict = field(default_factory=dict)  # {field: [id, …]}, once the names are resolved


class Importer:
    file_name = ""
    model = None
    imported = None
    link = ""  # field of `imported` that leads to the row
    fields = ()  # that a line fills, besides the vocabularies and the views
    one = {}  # {field: what it is called} of vocabularies of which a row has one
    many = {}  # the same of those of which it has several

    def __init__(self, folder, origin, report, *, dry_run=False):
        self.folder = folder
        self.origin = origin
        self.report = report
        self.dry_run = dry_run
        self.vocabularies = {
            name: Names(self.model._meta.get_field(name).related_model, dry_run=dry_run)
            for name in [*self.one, *self.many]
        }

    # What subclasses say

    def read(self, line, known):
        """The line as an Item; raises BadLine."""
        raise NotImplementedError

    def file_names(self, line):
        """The files beside that a line names; they need not be there."""
        raise NotImplementedError

    def digest(self):
        """The expression that tells of the stored content (digests.py)."""
        raise NotImplementedError

    def doubles(self, items):
        """Those that are the same thing as another row."""
        return []

    def differs(self, item, stored):
        """Whether something beyond the fields is not as the line wants it."""
        return False

    def complete(self, item):
        """Write what hangs on a row, after it."""

    # The flow

    def run(self):
        self.seen = Seen()
        with (self.folder / self.file_name).open("rb") as file:
            self.report.begin(self.file_name, os.fstat(file.fileno()).st_size)
            for batch in self.batches(file):
                self.load(batch)
                self.report.progress(file.tell())
        labels = self.one | self.many
        self.report.end({labels[name]: found.made for name, found in self.vocabularies.items()})

    def batches(self, file):
        batch, size = [], 0
        for number, raw in raw_lines(file):
            try:
                line = parse(number, raw)
            except BadLine as error:
                self.report.bad(number, str(error))
                continue
            if line:
                batch.append(line)
                size += line.size
            if len(batch) == BATCH or size > BATCH_BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def load(self, lines):
        """Load these lines; one that the database refuses takes no other with it."""
        try:
            outcomes = self.attempt(lines)
        except DatabaseError as error:
            if not connection.is_usable():
                raise
            for names in self.vocabularies.values():
                names.reload()
            if len(lines) == 1:
                reason = str(error).splitlines()[0]
                outcomes = [(lines[0], Outcome.BAD, f"cơ sở dữ liệu không nhận: {reason}")]
            else:
                for line in lines:
                    self.load([line])
                return
        for line, outcome, note in outcomes:
            self.report.done(line, outcome, note)

    def attempt(self, lines):
        """What became of each line, or in a dry run would: [(line, outcome, note)]."""
        known = self.known(lines)
        items, outcomes = [], []
        for line in lines:
            ...
        return outcomes
