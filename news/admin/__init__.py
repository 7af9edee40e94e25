"""The newsroom's tables in the admin."""

from news.admin.articles import ArticleAdmin
from news.admin.names import AuthorAdmin, CategoryAdmin, GenreAdmin, TagAdmin, TopicAdmin

__all__ = ["ArticleAdmin", "AuthorAdmin", "CategoryAdmin", "GenreAdmin", "TagAdmin", "TopicAdmin"]
