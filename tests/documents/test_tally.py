"""The tally tells what counting would, whatever was written."""

import datetime as dt
import random
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from documents import tally
from documents.models import Document, Field, Issuer, Kind
from documents.tally import Given
from tests.factories import ago, make_document, named

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()
COLUMNS = {"kind": "kind_id", "issuer": "issuer_id", "field": "fields"}


def ledger():
    """{(audience, given, given value, dimension, value): number} of what counts now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audience, given, given_value, dimension, value, sum(amount)::int "
            "FROM documents_tally WHERE at <= statement_timestamp() GROUP BY 1, 2, 3, 4, 5"
        )
        return {tuple(key): number for *key, number in cursor if number}


def counted():
    """The same, counted paper by paper."""
    found = {}
    for paper in Document.objects.in_force().prefetch_related("fields"):
        sides = [
            ("", 0),
            ("kind", paper.kind_id),
            ("issuer", paper.issuer_id),
            ("month", paper.dated.year * 100 + paper.dated.month),
            *(("field", field.pk) for field in paper.field_list),
        ]
        for (given, low), (dimension, value) in product(sides, sides):
            if dimension and given != dimension:
                key = (paper.audience, given, low, dimension, value)
                found[key] = found.get(key, 0) + 1
    return found


def some_change(chance, papers, kinds, issuers, fields):
    paper = chance.choice(papers)
    one = Document.objects.filter(pk=paper.pk)
    changes = [
        lambda: one.update(status=chance.choice(["draft", "published"])),
        lambda: one.update(audience=chance.choice(["public", "members"])),
        lambda: one.update(kind=chance.choice(kinds), issuer=chance.choice(issuers)),
        lambda: one.update(issued_on=chance.choice([None, dt.date(2024, 12, 31)])),
        lambda: one.update(
            published_at=ago(hours=2), expires_at=chance.choice([None, ago(hours=1), ago(days=-1)])
        ),
        lambda: one.update(published_at=ago(hours=-1), expires_at=None),
        lambda: paper.fields.set(chance.sample(fields, chance.randint(0, 3))),
        lambda: Document.objects.update(views=7),
        lambda: papers.append(
            make_document(kind=chance.choice(kinds), field=chance.choice(fields).name)
        ),
        lambda: one.exists() and len(papers) > 3 and papers.remove(paper) is paper.delete(),
        tally.fold,
    ]
    chance.choice(changes)()


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_it_equals_the_count(seed):
    chance = random.Random(seed)  # noqa: S311
    kinds = [named(Kind, name) for name in ("Hướng dẫn", "Kế hoạch")]
    issuers = [named(Issuer, name) for name in ("Tỉnh ủy", "Huyện ủy")]
    fields = [named(Field, name) for name in ("Khoa giáo", "Dân vận", "Lý luận")]
    papers = [make_document(field="Khoa giáo") for _ in range(4)]
    for _ in range(40):
        some_change(chance, papers, kinds, issuers, fields)
    assert ledger() == counted()
    tally.fold()
    assert ledger() == counted()


def test_a_paper_counts_from_its_moment_until_its_expiry():
    paper = make_document(published_at=ago(hours=-1), expires_at=ago(hours=-2))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT at, amount FROM documents_tally WHERE given = '' AND dimension = 'kind' "
            "ORDER BY at"
        )
        assert cursor.fetchall() == [(paper.published_at, 1), (paper.expires_at, -1)]
    assert tally.figures({"kind": Given()}, NOBODY) == {}


def test_counters_write_no_lines():
    make_document()
    tally.fold()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM documents_tally")
        before = cursor.fetchone()
        Document.objects.update(views=5, downloads=2)
        cursor.execute("SELECT count(*) FROM documents_tally")
        assert cursor.fetchone() == before


def test_speakers_are_told_of_members_papers_and_citizens_are_not(speaker):
    paper = make_document()
    make_document(audience="members")
    wish = {"kind": Given()}
    assert tally.figures(wish, NOBODY) == {"kind": {paper.kind_id: 1}}
    assert tally.figures(wish, speaker) == {"kind": {paper.kind_id: 2}}
