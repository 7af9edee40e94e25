"""Two who change one article at once: its lists are what counting would tell afterwards."""

import threading
import time
from contextlib import closing

import pytest
from django.db import connection, transaction

from news.models import Article, Tag
from tests.factories import make_article, make_author, make_category
from tests.news.test_listing import assert_right

TIMES = 500  # to look whether the second one waits or is done, a hundredth of a second apart


@pytest.fixture
def writes(transactional_db):
    """What can be done to one draft, by name."""
    author, tag = make_author("Mộc"), Tag.objects.create(name="giao ban", slug="giao-ban")
    article, further = make_article(status="draft"), make_category("Dân vận")
    article.authors.add(author)
    row = Article.objects.filter(pk=article.pk)
    return {
        "publish": lambda: row.update(status="published"),
        "withdraw": lambda: row.update(status="withdrawn"),
        "tag": lambda: article.tags.add(tag),
        "untag": lambda: article.tags.remove(tag),
        "category": lambda: article.more_categories.add(further),
        "unwrite": lambda: article.authors.remove(author),
        "picture": lambda: article.photographers.add(author),
    }


class Second(threading.Thread):
    """Does something in a connection of its own."""

    def __init__(self, write):
        super().__init__()
        self.write, self.server, self.failure = write, None, None

    def run(self):
        with closing(connection):
            try:
                connection.ensure_connection()
                self.server = connection.connection.info.backend_pid
                self.write()
            except Exception as failure:  # for the test to raise
                self.failure = failure

    def waits(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [self.server or 0])
            return cursor.fetchone()[0]

    def get_under_way(self):
        self.start()
        for _ in range(TIMES):
            if self.waits() or not self.is_alive():
                return
            time.sleep(0.01)
        pytest.fail("the second one neither waits nor ends")


@pytest.mark.parametrize(
    ("before", "one", "other"),
    [
        ([], "tag", "publish"),
        ([], "category", "publish"),
        ([], "picture", "publish"),
        (["publish"], "tag", "withdraw"),
        (["publish", "tag"], "untag", "withdraw"),
        (["publish"], "picture", "unwrite"),
        (["publish"], "tag", "category"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_second_of_two_writers_leaves_the_lists_right(writes, before, one, other, turned):
    for name in before:
        writes[name]()
    first, second = (other, one) if turned else (one, other)
    thread = Second(writes[second])
    with transaction.atomic():
        writes[first]()
        thread.get_under_way()
    thread.join(timeout=30)
    assert thread.failure is None
    assert not thread.is_alive()
    assert_right()
