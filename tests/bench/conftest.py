"""A small corpus in the generator's format, and the loader that fills the test's database."""

import json

import pytest
from django.db import connection

from bench import stages
from bench.corpus import Corpus

ARTICLES = 23
PAPERS = 7


def article(number):
    tags = ["Hòa bình", "biển đảo"] if number % 2 else ["hoà bình", "hóa bính"]
    return {
        "id": number,
        "title": f"Hội nghị giao ban lần thứ {number}",
        "slug": f"hoi-nghi-giao-ban-lan-thu-{number}",
        "category": "Khoa giáo" if number % 3 else "Xây dựng Đảng",
        "lead": "Chiều 12/10, Ban tổ chức hội nghị.",
        "body_html": "<p>Đã có 07 ý kiến phát biểu.</p>",
        "author": "Hoàng Quế",
        "source": "",
        "tags": tags,
        "published_at": f"2020-10-{number:02d}T17:00:00+07:00",
        "views": number,
    }


def paper(number):
    return {
        "id": number,
        "symbol": f"{number % 5 + 1:02d}-NQ/TU",  # the last two repeat the symbols of the first two
        "kind": "Nghị quyết",
        "title": "Nghị quyết về công tác bảo vệ, chăm sóc sức khỏe nhân dân",
        "issuer": "Tỉnh ủy",
        "signer": "Lò Văn Inh",
        "field": "Y tế",
        "issued_on": "2017-10-25",
        "views": 3,
        "downloads": 1,
    }


@pytest.fixture
def corpus(tmp_path):
    """What the generator would have written."""
    corpus = Corpus(tmp_path / "corpus", ARTICLES, PAPERS)
    corpus.folder.mkdir()
    for name, line, count in (("articles", article, ARTICLES), ("documents", paper, PAPERS)):
        text = "".join(json.dumps(line(number)) + "\n" for number in range(1, count + 1))
        (corpus.folder / f"{name}.jsonl").write_text(text)
    corpus.whole.touch()
    return corpus


@pytest.fixture
def load(transactional_db, corpus, monkeypatch):
    """A load in batches of ten, with one picture; what it remembers is dropped afterwards."""
    monkeypatch.setattr(stages, "BATCH", 10)
    monkeypatch.setattr(stages, "picture_files", lambda: [*stages.PICTURES.iterdir()][:1])
    monkeypatch.setattr(stages, "collect_static", lambda: None)
    yield stages.Load(corpus)
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS bench CASCADE; RESET ALL")
