"""A folder in the interchange format and the command that imports it."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from PIL import Image

ARTICLE = {
    "title": "Hội nghị giao ban công tác khoa giáo",
    "category": "Khoa giáo",
    "lead": "Chiều 12/10, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban.",
    "body_html": "<p>Đã có 07 ý kiến phát biểu.</p>",
    "author": "Hoàng Quế",
    "tags": ["khoa giáo"],
    "published_at": "2020-10-12T17:00:00+07:00",
}
DOCUMENT = {
    "symbol": "20-NQ/TW",
    "kind": "Nghị quyết",
    "title": "Về công tác bảo vệ, chăm sóc sức khỏe nhân dân",
    "issuer": "Trung ương",
    "field": "Y tế",
    "issued_on": "2017-10-25",
}


@dataclass
class Run:
    """How an import went."""

    failed: bool
    out: str
    err: str

    @property
    def reasons(self):
        """The lines that it reported, without the sum at their end."""
        return [line for line in self.err.splitlines() if " dòng " in line]


class Terminal(StringIO):
    def isatty(self):
        return True


class Folder:
    """`write` takes lines as dicts, filled up with what a sound one needs, or as they are."""

    def __init__(self, path: Path):
        self.path = path
        path.mkdir()

    def write(self, name, sound, *lines):
        text = [
            line
            if isinstance(line, bytes)
            else json.dumps({"id": number, **sound, **line}, ensure_ascii=False).encode()
            for number, line in enumerate(lines, 1)
        ]
        (self.path / name).write_bytes(b"\n".join([*text, b""]))

    def articles(self, *lines):
        self.write("articles.jsonl", ARTICLE, *lines)

    def documents(self, *lines):
        self.write("documents.jsonl", DOCUMENT, *lines)

    def load(self, *, terminal=False, **options) -> Run:
        out, err, failed = StringIO(), Terminal() if terminal else StringIO(), False
        try:
            call_command("import_content", str(self.path), stdout=out, stderr=err, **options)
        except CommandError:
            failed = True
        return Run(failed, out.getvalue(), err.getvalue())


@pytest.fixture
def folder(db, tmp_path):
    return Folder(tmp_path / "laichau")


@pytest.fixture
def picture():
    """Draws a small picture at a path, a different one for each shade."""

    def draw(path, shade=80):
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (640, 400), (shade, 40, 40)).save(path)

    return draw


@pytest.fixture
def written():
    """Gives everything that an import writes, as the database has it, with its transactions."""

    def read():
        with connection.cursor() as cursor:
            cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            tables = [
                table
                for (table,) in cursor
                if table.startswith(("news_", "documents_", "library_", "exchange_"))
            ]
            found = {}
            for table in tables:
                cursor.execute(f"SELECT xmin::text, t::text FROM {table} AS t ORDER BY 2")
                found[table] = cursor.fetchall()
            return found

    return read
