"""A portal filled by COPY is the one that the import would have made."""

from io import StringIO

import pytest
from django.db import connection, transaction

from bench import aside
from bench.rows import Articles
from core import editions
from documents.models import Document
from exchange.folder import import_path
from exchange.report import Report
from news.models import Article, Category, Tag
from tests.documents.test_tally import counted, ledger

FIELDS = ["title", "slug", "lead", "body", "author", "views", "status", "published_at"]


def facts():
    """What a visitor meets, without the numbers of the rows."""
    articles = Article.objects.order_by("published_at").prefetch_related("tags")
    papers = Document.objects.order_by("symbol").prefetch_related("fields")
    return (
        [(a.category.name, {t.slug for t in a.tags.all()}, *map(a.__dict__.get, FIELDS))
         for a in articles],
        [(p.symbol, p.title, p.slug, p.kind.name, p.issuer.name, [str(f) for f in p.fields.all()],
          p.dated, p.number, p.downloads) for p in papers],
        sorted(Category.objects.values_list("name", "slug")),
    )  # fmt: skip


def imported(folder):
    """The facts after an import, which is then taken back."""
    with transaction.atomic():
        import_path(folder, Report(StringIO(), StringIO()))
        found = facts()
        transaction.set_rollback(True)
    return found


def indexes_and_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
            "UNION ALL SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal"
        )
        return sorted(cursor.fetchall())


def test_it_makes_what_an_import_makes(load, corpus):
    expected = imported(corpus.folder)
    before = indexes_and_triggers(), editions.current()
    load.run()
    assert facts() == expected
    assert indexes_and_triggers() == before[0]
    assert editions.current() != before[1]
    assert ledger() == counted()
    assert Article.objects.last().picture is not None


def test_spellings_of_one_tag_are_one(load):
    load.run()
    assert sorted(Tag.objects.values_list("slug", flat=True)) == [
        "bien-dao",
        "hoa-binh",
        "hoa-binh-2",
    ]


def test_it_goes_on_where_it_was_cut_short(load, corpus, monkeypatch):
    expected = imported(corpus.folder)
    before = indexes_and_triggers()
    copy = Articles.copy

    def fail_at_the_second(self, lines):
        if b'"id": 11,' in lines[0]:
            raise KeyboardInterrupt
        copy(self, lines)

    monkeypatch.setattr(Articles, "copy", fail_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        load.run()
    assert Article.objects.count() == 10
    monkeypatch.setattr(Articles, "copy", copy)
    load.run()
    assert facts() == expected
    assert indexes_and_triggers() == before


def test_a_second_run_does_nothing(load, monkeypatch):
    load.run()
    monkeypatch.setattr(aside, "put_off", lambda: pytest.fail("it began again"))
    load.run()
    assert Article.objects.count() == load.corpus.articles


def test_new_rows_get_new_numbers(load):
    load.run()
    category = Category.objects.first()
    assert Article.objects.create(title="Bài mới", category=category).pk > load.corpus.articles
