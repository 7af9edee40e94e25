"""How lines that were read become rows."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db import models

from exchange.models import OldAddress
from exchange.names import Names
from exchange.reading import Line


class Known(NamedTuple):
    """What an earlier run made of a line."""

    pk: int
    published_at: datetime | None
    line_digest: str
    content_digest: str
    current_digest: str

    @property
    def edited(self):
        return self.current_digest != self.content_digest


@dataclass(eq=False)
class Item:
    """A line that was read, and the row that it asks for."""

    line: Line
    known: Known | None
    row: models.Model
    names: dict  # {field: {name: further fields of a new one}} of the vocabularies
    address: tuple | None = None  # host and path
    files: list = field(default_factory=list)
    ids: dict = field(default_factory=dict)  # {field: {id, …}}, once the names are resolved
    stored: models.Model | None = None
    changes: dict = field(default_factory=dict)  # of the stored row, {attribute: value}


class Writer:
    model = None
    imported = None
    link = ""  # field of `imported` and of OldAddress that leads to the row
    fields = ()  # that a line fills, besides those of the vocabularies
    counts = ()  # fields that only ever rise
    one = {}  # {field: what it is called} of vocabularies of which a row has one
    many = {}  # the same of those of which it has several

    def __init__(self, origin, seen, *, dry_run=False):
        self.origin = origin
        self.seen = seen
        self.dry_run = dry_run
        self.vocabularies = {
            name: Names(self.model._meta.get_field(name).related_model, dry_run=dry_run)
            for name in self.one | self.many
        }

    def digest(self):
        """The expression that tells of the stored content (digests.py)."""
        raise NotImplementedError

    def files_differ(self, item):
        return False

    def attach(self, item, row):
        """Write the files of a row."""

    def begin(self):
        """A transaction begins."""

    def forget(self):
        """What the last transaction wrote was rolled back."""
        for names in self.vocabularies.values():
            names.reload()

    def known(self, lines):
        """{id: Known} of these lines."""
        rows = self.model.objects.filter(
            imported__origin=self.origin, imported__source_id__in=[line.id for line in lines]
        ).values_list(
            "imported__source_id",
            "pk",
            "published_at",
            "imported__line_digest",
            "imported__content_digest",
            self.digest(),
        )
        return {source_id: Known(*rest) for source_id, *rest in rows}

    def resolve(self, items):
        """Find the ids of the names, making those that are missing."""
        for name, vocabulary in self.vocabularies.items():
            wanted = {}
            for item in items:
                wanted |= item.names[name]
            ids = vocabulary.ids(wanted)
            for item in items:
                item.ids[name] = {ids[each] for each in item.names[name]}
                if name in self.one:
                    (pk,) = item.ids[name]
                    setattr(item.row, f"{name}_id", pk)

    def claim(self, items):
        """Drop the old addresses that lead somewhere already; elsewhere, the operator is told."""
        items = [item for item in items if item.address]
        owners = {
            (old.host, old.path): getattr(old, f"{self.link}_id")
            for old in OldAddress.objects.filter(path__in={item.address[1] for item in items})
        }
        firsts = self.seen.first_times(["url {} {}".format(*item.address) for item in items])
        for item, first in zip(items, firsts, strict=True):
            taken = item.address in owners
            ours = taken and item.known and owners[item.address] == item.known.pk
            if not ours and (taken or not first):
                item.line.notes.append("“url” đã dẫn tới nội dung khác, bỏ qua “url” này")
            if taken or not first:
                item.address = None

    def compare(self, items):
        """Note for each how its row differs from what the line wants; give those edited since."""
        rows = self.model.objects.select_for_update().prefetch_related(*self.many)
        stored = rows.in_bulk([item.known.pk for item in items])
        digests = self.digests(stored)
        for item in items:
            item.stored = stored[item.known.pk]
            item.changes = self.changes(item)
        return [item for item in items if digests[item.known.pk] != item.known.content_digest]

    def digests(self, pks):
        return dict(self.model.objects.filter(pk__in=pks).values_list("pk", self.digest()))

    def changes(self, item):
        wanted = {}
        for name in [*self.fields, *self.one]:
            column = self.model._meta.get_field(name)
            value = column.pre_save(item.row, add=False)
            wanted[column.attname] = column.get_prep_value(value)
        for name in self.counts:
            wanted[name] = max(getattr(item.row, name), getattr(item.stored, name))
        changes = {k: value for k, value in wanted.items() if getattr(item.stored, k) != value}
        for name in self.many:
            if item.ids[name] != {other.pk for other in getattr(item.stored, name).all()}:
                changes[name] = item.ids[name]
        return changes | ({"files": item.files} if self.files_differ(item) else {})

    def create(self, items):
        self.model.objects.bulk_create([item.row for item in items])
        for name in self.many:
            relation = self.model._meta.get_field(name)
            mine, other = relation.m2m_field_name(), relation.m2m_reverse_field_name()
            through = relation.remote_field.through
            through.objects.bulk_create(
                through(**{f"{mine}_id": item.row.pk, f"{other}_id": pk})
                for item in items
                for pk in sorted(item.ids[name])
            )
        for item in items:
            self.attach(item, item.row)
        self.remember({item.row.pk: item for item in items})

    def update(self, items):
        for item in items:
            if item.changes:
                self.change(item)
        self.remember({item.known.pk: item for item in items})

    def change(self, item):
        columns = ["updated_at"]
        for name, value in item.changes.items():
            if name in self.many:
                getattr(item.stored, name).set(value)
            elif name != "files":
                setattr(item.stored, name, value)
                columns.append(name)
        item.stored.save(update_fields=columns)
        if "files" in item.changes:
            self.attach(item, item.stored)

    def remember(self, items):
        """Note what was made of the lines. One with a fault is tried again by the next run."""
        digests = self.digests(items)
        self.imported.objects.bulk_create(
            [
                self.imported(
                    origin=self.origin,
                    source_id=item.line.id,
                    line_digest="" if item.line.faults else item.line.digest,
                    content_digest=digests[pk],
                    **{f"{self.link}_id": pk},
                )
                for pk, item in items.items()
            ],
            update_conflicts=True,
            unique_fields=["origin", "source_id"],
            update_fields=["line_digest", "content_digest"],
        )
        OldAddress.objects.bulk_create(
            OldAddress(host=item.address[0], path=item.address[1], **{f"{self.link}_id": pk})
            for pk, item in items.items()
            if item.address
        )
