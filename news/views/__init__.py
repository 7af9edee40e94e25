"""News as the public sees it."""

from news.views.articles import ArticlePrintView, ArticleView
from news.views.authors import AuthorView
from news.views.lists import ArchiveMonthView, ArchiveView, CategoryView, IndexView, TagView
from news.views.topics import TopicListView, TopicView

__all__ = [
    "ArchiveMonthView",
    "ArchiveView",
    "ArticlePrintView",
    "ArticleView",
    "AuthorView",
    "CategoryView",
    "IndexView",
    "TagView",
    "TopicListView",
    "TopicView",
]
