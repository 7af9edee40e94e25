"""documents.jsonl."""

import re
from datetime import datetime, time
from pathlib import Path
from typing import NamedTuple

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils import timezone

from core.models import Publication
from core.vietnamese import HANOI, slugify
from documents.citations.kinds import KINDS
from documents.models import Attachment, Document
from documents.symbols import symbol_key
from exchange.addresses import old_address
from exchange.beside import beside
from exchange.digests import document_digest
from exchange.importer import Importer
from exchange.models import ImportedDocument
from exchange.reading import LineError, shown
from exchange.writing import Item, Writer
from files.models import StoredFile
from files.reading import Kind, ReadingError, check_name, kind_of
from files.storage import MAX_BYTES, checksum

SLUG_LENGTH = 80
PUBLISHED_AT = time(8, tzinfo=HANOI)  # of a paper that tells no more than its date

# How a symbol names its kind (domain.md, “Document symbols”).
KIND = re.compile(
    r"^\d+\s*-\s*(?P<party>\w+)\s*/|^\d+\s*/(?:\s*\d{4}\s*/)?\s*(?P<state>\w+)\s*-"
    r"|^(?P<file>\w+)\.\d+\."
)


def abbreviation(symbol):
    """That of the kind, where the symbol has one: 238-QĐ/TW, 42/2022/NĐ-CP, HD.51.BTGTU."""
    found = KIND.match(re.sub("[‐‑‒–—−]", "-", symbol))
    return found[found.lastgroup] if found and found[found.lastgroup] in KINDS else ""


class DocumentWriter(Writer):
    model = Document
    imported = ImportedDocument
    link = "document"
    fields = (
        "title",
        "slug",
        "status",
        "published_at",
        "symbol",
        "signer",
        "issued_on",
        "audience",
    )
    counts = ("views", "downloads")
    one = {"kind": "loại văn bản", "issuer": "cơ quan ban hành"}
    many = {"fields": "lĩnh vực"}

    def digest(self):
        return document_digest()

    def files_differ(self, item):
        attachments = item.stored.attachments.current().order_by("position")
        stored = attachments.values_list("name", "stored__checksum")
        return list(stored) != [(file.name, sum_of(file.path)) for file in item.files]

    def attach(self, item, row):
        """Files by their names: a file that was replaced keeps its number."""
        current = row.attachments.current().select_related("stored")
        there = list(current) if item.known else []
        for position, file in enumerate(item.files):
            attachment = next((a for a in there if a.name == file.name), None)
            if attachment:
                there.remove(attachment)
            self.store(attachment or Attachment(document=row), file, position)
        for attachment in there:
            attachment.delete()

    def store(self, attachment, file, position):
        """Who runs an import answers for its files; they are read later, by a job."""
        attachment.position = position
        if attachment.pk and attachment.checksum == sum_of(file.path):
            attachment.save()
            return
        with file.path.open("rb") as opened:
            stored = StoredFile.objects.keep(File(opened, name=file.name), file.kind)
        if stored.is_new:
            stored.declare(by=None)
            self.stored_files.append(stored.content.name)
        attachment.put(stored, file.name)

    def begin(self):
        self.stored_files = []

    def forget(self):
        super().forget()
        for name in self.stored_files:
            default_storage.delete(name)
        self.begin()


class DocumentImporter(Importer):
    file_name = "documents.jsonl"
    writer_class = DocumentWriter
    double = "đã có văn bản cùng số, loại, cơ quan và ngày ban hành"

    def file_names(self, line):
        names = line.data.get("files")
        return names if isinstance(names, list) else []

    def read(self, line, known):
        title = line.text("title", 500, required=True)
        symbol = line.text("symbol", 100)
        issued_on = line.day("issued_on")
        document = Document(
            title=title,
            slug=slugify(line.text("slug") or title, SLUG_LENGTH) or Document.SLUG_FALLBACK,
            status=line.choice("status", Publication.Status, Publication.Status.PUBLISHED),
            published_at=line.moment("published_at") or moment_of(issued_on, known),
            symbol=symbol,
            signer=line.text("signer", 150),
            issued_on=issued_on,
            audience=line.choice("audience", Document.Audience, Document.Audience.PUBLIC),
            views=line.number_of("views"),
            downloads=line.number_of("downloads"),
        )
        field = line.text("field", 100)
        names = {
            "kind": {line.text("kind", 100, required=True): {"abbreviation": abbreviation(symbol)}},
            "issuer": {line.text("issuer", 200, required=True): {}},
            "fields": {field: {}} if field else {},
        }
        return Item(line, known, document, names, old_address(line), self.files(line))

    def files(self, line):
        found = []
        for name in line.file_names("files"):
            try:
                found.append(checked(beside(self.folder, name)))
            except LineError as fault:
                line.faults.append(str(fault))
        return found

    def doubles(self, items):
        """Papers of the same symbol, kind, issuer and date as another one."""
        items = [item for item in items if item.row.symbol]
        keys = [identity(item.row) for item in items]
        firsts = self.seen.first_times(["paper {} {} {} {}".format(*key) for key in keys])
        same = Document.objects.filter(symbol_key__in={key[0] for key in keys})
        owners = {
            tuple(key): pk
            for pk, *key in same.values_list("pk", "symbol_key", "kind", "issuer", "issued_on")
        }
        return [
            item
            for item, key, first in zip(items, keys, firsts, strict=True)
            if not first or owners.get(key) not in (None, item.known and item.known.pk)
        ]


def identity(document):
    key = symbol_key(document.symbol)
    return key, document.kind_id, document.issuer_id, document.issued_on


def moment_of(issued_on, known):
    """When a paper that tells only its date was published; the same in every run."""
    if issued_on:
        return datetime.combine(issued_on, PUBLISHED_AT)
    return (known and known.published_at) or timezone.now()


class Beside(NamedTuple):
    """A file that may be offered for download, under its name."""

    path: Path
    kind: Kind
    name: str


def checked(path):
    try:
        with path.open("rb") as opened:
            if path.stat().st_size > MAX_BYTES:
                raise LineError(f"tệp {shown(path.name)}: quá lớn, tối đa 100 MB")
            kind = kind_of(opened)
        return Beside(path, kind, check_name(path.name, kind))
    except ReadingError as error:
        raise LineError(f"tệp {shown(path.name)}: {error}") from None
    except OSError as error:
        raise LineError(f"không đọc được tệp {shown(path.name)}: {error.strerror}") from None


def sum_of(path):
    with path.open("rb") as opened:
        return checksum(opened)
