"""Memory and queries do not grow with the file."""

import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


def write(folder, number):
    folder.articles(
        *({"title": f"Bài thứ {n}", "body_html": "<p>chữ </p>" * 50} for n in range(number))
    )


def peak(folder):
    """Bytes held at most during an import."""
    tracemalloc.start()
    try:
        assert not folder.load(dry_run=True).failed
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_six_thousand_lines_take_no_more_memory_than_two_thousand(folder):
    write(folder, 100)
    peak(folder)  # what is imported or cached at the first use
    write(folder, 2000)
    small = peak(folder)
    write(folder, 6000)
    assert peak(folder) < small * 1.2


@pytest.mark.parametrize("again", [False, True], ids=["first run", "second run"])
def test_the_queries_of_a_batch_are_the_same_for_ten_lines_and_for_two_hundred(folder, again):
    def queries(number, origin):
        write(folder, number)
        if again:
            folder.load(origin=origin)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert not folder.load(origin=origin).failed
        return len(captured)

    folder.articles({})
    folder.load()
    assert queries(10, "nhỏ") == queries(200, "lớn")
