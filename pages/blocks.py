"""The blocks of the side column: a name, a template and where its rows come from.

Another app adds a block with one line in BLOCKS. A block without rows is left out, whatever the
clerk ordered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from documents.models import Document
from news.models import Article
from pages.models.running import PictureLink
from pages.models.week import WorkEvent
from polls.models import Poll
from stats.models import MostRead


@dataclass(frozen=True)
class Kind:
    """`template` reads `block`; `rows` is called with how many;
    `on_home`: False where the home page shows the same higher up; `url`: the name of the page
    that has all of it."""

    label: str
    template: str
    rows: Callable[[int], Any]
    on_home: bool = True
    url: str = ""


@dataclass(frozen=True)
class Block:
    """A block with its rows, as its template reads it."""

    name: str
    title: str
    template: str
    rows: Any
    url: str

    @classmethod
    def of(cls, name, count, title=""):
        kind = BLOCKS[name]
        url = reverse(kind.url) if kind.url else ""
        return cls(name, title or kind.label, kind.template, kind.rows(count), url)


def latest(count):
    return list(Article.objects.published().newest_first().for_list()[:count])


def papers(count):
    return list(Document.objects.published().newest_first().for_list()[:count])


def picture_links(count):
    return list(PictureLink.objects.running().select_related("picture")[:count])


def open_polls(count):
    return list(Poll.objects.published().open().newest_first()[:count])


def week(count):
    return list(WorkEvent.objects.upcoming()[:count])


BLOCKS = {
    "latest": Kind(
        "Thông tin mới nhất",
        "components/column/latest.html",
        latest,
        on_home=False,
        url="news:index",
    ),
    "papers": Kind(
        "Văn bản mới", "components/column/papers.html", papers, on_home=False, url="documents:index"
    ),
    "door": Kind("Đăng nhập", "components/column/door.html", lambda count: True, on_home=False),
    "most_read": Kind(
        "Đọc nhiều", "components/column/most_read.html", MostRead.objects.lists, on_home=False
    ),
    "polls": Kind(
        "Thăm dò ý kiến",
        "components/column/polls.html",
        open_polls,
        on_home=False,
        url="polls:index",
    ),
    "week": Kind("Lịch công tác", "components/column/week.html", week, url="pages:this_week"),
    "links": Kind("Liên kết", "components/column/links.html", picture_links),
}


def names():
    return [(name, kind.label) for name, kind in BLOCKS.items()]
