"""Asking the search page."""

from html import unescape


def found(client, query, **more):
    """The titles of the first page, best first."""
    response = client.get("/tim-kiem/", {"q": query, **more})
    return [unmarked(hit.title) for hit in response.context.get("hits", [])]


def unmarked(text):
    return unescape(text.replace("<mark>", "").replace("</mark>", ""))
