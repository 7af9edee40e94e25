"""Articles and how they are sorted."""

from news.models.articles import Article
from news.models.categories import Category, Tag

__all__ = ["Article", "Category", "Tag"]
