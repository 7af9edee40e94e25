"""Articles, how they are sorted, and who is paid for them."""

from news.models.articles import Article
from news.models.attachments import Attachment
from news.models.authors import Author
from news.models.categories import Category, Tag
from news.models.genres import Genre, RoyaltyExport
from news.models.listings import Listing
from news.models.topics import Topic

__all__ = [
    "Article", "Attachment", "Author", "Category", "Genre", "Listing", "RoyaltyExport", "Tag",
    "Topic",
]  # fmt: skip
