"""Querysets that are compiled once."""

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Value

from core.arrays import IsOneOf
from core.compiled import Compiled, Parameter, put
from news.models import Article, Tag
from tests.factories import ago, make_article, make_topic

ONE = Compiled(
    lambda: (
        Article.objects.published()
        .select_related("topic", "picture")
        .defer("body")
        .annotate(sign=Value("50 %"))
        .filter(pk=Parameter("pk"))
    )
)
SEVERAL = Compiled(
    lambda: (
        Article.objects.published()
        .filter(IsOneOf("pk", Parameter("ids", ArrayField(BigIntegerField()))))
        .newest_first()
    )
)


@pytest.fixture
def article(transactional_db):
    return make_article("Tiêu đề", topic=make_topic())


def test_it_gives_what_the_queryset_gives(article):
    for _ in range(2):  # prepared, then known
        found = ONE.first(pk=article.pk)
        assert (found, found.title, found.topic) == (article, "Tiêu đề", article.topic)
        assert (found.picture, found.sign) == (None, "50 %")
        assert found.published_at == article.published_at
        assert "body" in found.get_deferred_fields()
        assert found.body == article.body
    assert ONE.first(pk=0) is None


def prepared():
    """How many statements with an array are prepared on this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement ~ 'ANY'")
        return cursor.fetchone()[0]


def test_values_of_any_size_take_one_statement(article):
    before = prepared()
    other = make_article(published_at=ago(days=1))
    for ids in ([article.pk, other.pk], [other.pk, article.pk, 2**40]):
        assert SEVERAL(ids=ids) == [article, other][: len(ids)]
    assert prepared() == before + 1
    assert SEVERAL(ids=[]) == []


def test_a_statement_is_planned_once_whatever_it_is_asked(article):
    for _ in range(10):
        assert SEVERAL(ids=[article.pk]) == [article]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans > 0, custom_plans FROM pg_prepared_statements "
            "WHERE statement ~ 'ANY'"
        )
        assert cursor.fetchall() == [(True, 0)]


def test_rows_of_values_are_tuples(article):
    titles = Compiled(lambda: Article.objects.filter(pk=Parameter("pk")).values_list("pk", "title"))
    assert titles(pk=article.pk) == [(article.pk, "Tiêu đề")]
    assert titles(pk=0) == []


def test_the_public_door_stands_in_it(article):
    Article.objects.filter(pk=article.pk).update(status="withdrawn")
    assert ONE.first(pk=article.pk) is None


def test_it_is_counted_where_queries_are_counted(article, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert ONE.first(pk=article.pk) == article


def test_a_statement_that_the_server_forgot_is_no_fault(article):
    ONE.first(pk=article.pk)
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert ONE.first(pk=article.pk) == article


def test_rows_that_are_put_are_not_asked_for(article, django_assert_num_queries):
    put(article, "tags", [Tag(name="giao ban")])
    with django_assert_num_queries(0):
        assert [tag.name for tag in article.tags.all()] == ["giao ban"]
