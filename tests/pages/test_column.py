"""The side column: blocks in the clerk's order, none of them empty."""

import pytest

from pages import column
from pages.models import ColumnBlock, PictureLink
from tests.factories import ago, make_article, make_document, make_poll

pytestmark = pytest.mark.django_db


def names(**options):
    return [block.name for block in column.blocks(**options)]


def test_without_any_order_each_block_stands_there_that_has_something():
    assert names() == ["door"]
    make_article()
    make_document()
    PictureLink.objects.create(title="Báo", address="/tin-tuc/")
    assert names() == ["latest", "papers", "door", "links"]


def test_the_clerk_says_which_in_what_order_and_how_many():
    for _ in range(3):
        make_article()
    ColumnBlock.objects.create(component="door", position=1)
    ColumnBlock.objects.create(component="latest", position=2, count=2, title="Tin mới")
    ColumnBlock.objects.create(component="week", position=0)
    door, latest = column.blocks()
    assert door.name == "door"
    assert latest.title == "Tin mới"
    assert len(latest.rows) == 2


def test_the_home_page_does_not_say_twice_what_stands_there_already(client):
    article = make_article()
    make_document("Hướng dẫn số 1")
    PictureLink.objects.create(title="Báo", address="/tin-tuc/")
    assert names(home=True) == ["links"]
    beside = client.get(article.get_absolute_url()).content.decode()
    for words in ("Thông tin mới nhất", "Văn bản mới", "Hướng dẫn số 1", "Hãy đăng nhập"):
        assert words in beside


def test_a_block_of_an_app_that_is_gone_is_passed_over():
    ColumnBlock.objects.create(component="gone")
    assert "door" in names()


def test_open_polls_stand_there_by_their_questions(client):
    old = make_poll("Ông (bà) đọc tin ở đâu?", published_at=ago(days=5))
    new = make_poll("Tài liệu nên dài bao nhiêu?", published_at=ago(days=2))
    make_poll("Đã xong", closes_at=ago(minutes=1))
    (block,) = (block for block in column.blocks() if block.name == "polls")
    assert block.rows == [new, old]
    page = client.get(make_article().get_absolute_url())
    assert '<form class="poll__form"' not in page.content.decode()
    for poll in (new, old):
        assert poll.get_absolute_url() in page.content.decode()
    assert not page.cookies
    assert "polls" not in names(home=True)
