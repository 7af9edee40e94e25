"""How a query becomes one over the stored vectors (`core_search_vector`)."""

from django.contrib.postgres.search import SearchQuery

from core.vietnamese import plain_key

MAX_LENGTH = 200  # letters of a query that are read


def search_query(text: str) -> SearchQuery:
    """Every word, in any spelling of its accents; "…" for a phrase, - to leave out."""
    words = plain_key(text[:MAX_LENGTH].replace("\0", " "))
    return SearchQuery(words, config="simple", search_type="websearch")
