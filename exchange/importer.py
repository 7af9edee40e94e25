"""The flow that every file of the interchange format takes: read, compare, write, report.

A line is known by (origin, id). One that did not change since the last run is read no further;
one that did is written, unless somebody edited the row here.
"""

import os

from django.db import DatabaseError, connection, transaction

from exchange.beside import stamps
from exchange.reading import LineError, parse, raw_lines, shown
from exchange.report import Outcome
from exchange.seen import Seen

BATCH = 500  # lines
BATCH_BYTES = 4 * 1024 * 1024


class Importer:
    file_name = ""
    writer_class = None
    double = ""  # what a double is, in Vietnamese

    def __init__(self, folder, origin, report, *, dry_run=False):
        self.folder = folder
        self.report = report
        self.dry_run = dry_run
        self.seen = Seen()
        self.writer = self.writer_class(origin, self.seen, dry_run=dry_run)

    def file_names(self, line):
        """The files that a line names; it was not checked yet."""
        raise NotImplementedError

    def read(self, line, known):
        """The line as an Item; raises LineError."""
        raise NotImplementedError

    def doubles(self, items):
        """Those that are the same thing as another row."""
        return []

    def run(self):
        with (self.folder / self.file_name).open("rb") as file:
            self.report.begin(self.file_name, os.fstat(file.fileno()).st_size)
            for batch in self.batches(file):
                self.load(self.unrepeated(batch))
                self.report.progress(file.tell())
        writer = self.writer
        labels = writer.one | writer.many
        self.report.end({labels[name]: names.made for name, names in writer.vocabularies.items()})

    def batches(self, file):
        batch, size = [], 0
        for number, raw in raw_lines(file):
            try:
                line = parse(number, raw)
            except LineError as error:
                self.report.bad(number, str(error))
                continue
            if line:
                line.sign(stamps(self.folder, self.file_names(line)))
                batch.append(line)
                size += line.size
            if len(batch) == BATCH or size > BATCH_BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def unrepeated(self, lines):
        """Without those whose id an earlier line of this file had."""
        firsts = self.seen.first_times([f"id {line.id}" for line in lines])
        for line, first in zip(lines, firsts, strict=True):
            if not first:
                self.report.bad(line.number, f"“id” {shown(line.id)} đã có ở một dòng trước")
        return [line for line, first in zip(lines, firsts, strict=True) if first]

    def load(self, lines):
        """Load these lines; one that the database refuses takes no other with it."""
        try:
            outcomes = self.attempt(lines)
        except DatabaseError as error:
            if not connection.is_usable():
                raise
            self.writer.forget()
            if len(lines) > 1:
                for line in lines:
                    self.load([line])
                return
            outcomes = [(lines[0], Outcome.BAD, f"cơ sở dữ liệu không nhận: {shown(error)}")]
        for line, outcome, reason in outcomes:
            self.report.done(line, outcome, reason)

    def attempt(self, lines):
        """What became of each line, or in a dry run would: (line, outcome, reason)."""
        known = self.writer.known(lines)
        items, outcomes = [], []
        for line in lines:
            line.begin()
            old = known.get(line.id)
            if old and old.line_digest == line.digest:
                outcomes.append((line, Outcome.EDITED if old.edited else Outcome.UNCHANGED, ""))
            elif old and old.edited:
                outcomes.append((line, Outcome.KEPT, ""))
            else:
                try:
                    items.append(self.read(line, old))
                except LineError as error:
                    outcomes.append((line, Outcome.BAD, str(error)))
        with transaction.atomic():
            return outcomes + self.write(items)

    def write(self, items):
        writer = self.writer
        writer.begin()
        writer.resolve(items)
        doubles = self.doubles(items)
        items = [item for item in items if item not in doubles]
        new = [item for item in items if not item.known]
        old = [item for item in items if item.known]
        edited = writer.compare(old)
        old = [item for item in old if item not in edited]
        writer.claim([*new, *old])
        if not self.dry_run:
            writer.create(new)
            writer.update(old)
        return [
            *((item.line, Outcome.DUPLICATE, self.double) for item in doubles),
            *((item.line, Outcome.KEPT, "") for item in edited),
            *((item.line, Outcome.NEW, "") for item in new),
            *((i.line, Outcome.UPDATED if i.changes else Outcome.UNCHANGED, "") for i in old),
        ]
