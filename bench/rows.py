"""What COPY is given: lines of the corpus as rows of the tables."""

import json
from datetime import datetime

from django.db import connection

from core.models import Publication
from core.vietnamese import HANOI, slugify
from documents.models import Document, Field, Issuer, Kind
from documents.symbols import symbol_key
from exchange.names import Names
from news.models import Article, Category


class Table:
    """A model's table, to be filled by COPY; what a row does not tell has its default."""

    def __init__(self, model):
        fields = [f for f in model._meta.local_concrete_fields if not f.generated]
        fields = [f for f in fields if not f.has_db_default()]
        self.name = model._meta.db_table
        self.blank = {
            f.column: f.get_db_prep_save(f.get_default(), connection) for f in fields if f.column
        }

    def copy(self, rows):
        copy_rows(self.name, list(self.blank), [(self.blank | row).values() for row in rows])


def copy_rows(table, columns, rows):
    words = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row(tuple(row))


class Articles:
    """articles.jsonl. An article has the number of its line; its tags wait in a table of their
    own until all names are known (bench/tags.py)."""

    file_name = "articles.jsonl"

    def __init__(self, pictures):
        self.table = Table(Article)
        self.categories = Names(Category)
        self.pictures = pictures

    def copy(self, lines):
        found = [json.loads(line) for line in lines]
        categories = self.categories.ids({line["category"]: {} for line in found})
        self.table.copy(self.row(line, categories) for line in found)
        tags = [(line["id"], tag) for line in found for tag in line["tags"]]
        copy_rows("bench.tag_use", ["article_id", "name"], tags)

    def row(self, line, categories):
        same = ("id", "title", "lead", "author", "source", "views")
        return {name: line[name] for name in same} | {
            "slug": line["slug"].strip("-"),
            "body": line["body_html"],
            "category_id": categories[line["category"]],
            "picture_id": self.pictures[line["id"] % len(self.pictures)],
            **life(datetime.fromisoformat(line["published_at"])),
        }


class Papers:
    """documents.jsonl, without the lines that repeat a symbol of one day: they are one paper."""

    file_name = "documents.jsonl"

    def __init__(self):
        self.table = Table(Document)
        self.names = {"kind": Names(Kind), "issuer": Names(Issuer), "field": Names(Field)}
        stored = Document.objects.values_list("symbol_key", "issued_on")
        self.seen = {(key, day.isoformat()) for key, day in stored.iterator()}

    def copy(self, lines):
        found = [line for line in map(json.loads, lines) if self.is_new(line)]
        ids = {
            name: names.ids({line[name]: {} for line in found})
            for name, names in self.names.items()
        }
        self.table.copy(self.row(line, ids) for line in found)
        links = [(line["id"], ids["field"][line["field"]]) for line in found]
        through = Document.fields.through._meta.db_table
        copy_rows(through, ["document_id", "field_id"], links)

    def is_new(self, line):
        identity = symbol_key(line["symbol"]), line["issued_on"]
        is_new = identity not in self.seen
        self.seen.add(identity)
        return is_new

    def row(self, line, ids):
        same = ("id", "symbol", "title", "signer", "issued_on", "views", "downloads")
        day = datetime.fromisoformat(line["issued_on"])
        return {name: line[name] for name in same} | {
            "slug": slugify(line["title"]),
            "kind_id": ids["kind"][line["kind"]],
            "issuer_id": ids["issuer"][line["issuer"]],
            **life(day.replace(hour=8, tzinfo=HANOI)),
        }


def life(moment):
    columns = dict.fromkeys(("published_at", "created_at", "updated_at"), moment)
    return {"status": Publication.Status.PUBLISHED.value, **columns}
