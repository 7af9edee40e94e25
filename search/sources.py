"""The shelves of this portal, in the order of the page."""

from documents.searching import Papers
from news.searching import Articles

SHELVES = (Articles(), Papers())
