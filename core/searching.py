"""The stored vectors (`core_search_vector`), and how a query becomes one over them."""

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models

from core.vietnamese import plain_key

MAX_LENGTH = 200  # letters of a query that are read


def search_query(text: str) -> SearchQuery:
    """Every word, in any spelling of its accents; "…" for a phrase, - to leave out."""
    words = plain_key(text[:MAX_LENGTH].replace("\0", " "))
    return SearchQuery(words, config="simple", search_type="websearch")


def search_column(*texts):
    """The generated column of a model: title, lead and body, by their weight."""
    vector = SearchVectorField()
    words = models.Func(*texts, function="core_search_vector", output_field=vector)
    return models.GeneratedField(
        expression=words, output_field=SearchVectorField(), db_persist=True
    )
