"""What somebody may mean who has typed the beginning: titles, symbols, tags."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.urls import reverse

from core.vietnamese import PlainKey, plain_key, repair
from news.models import Article, Tag
from search.candidates import EVERYWHERE, beginning
from search.query import Query
from search.sources import SHELVES

SHOWN = 8
TAGS = 3
LEAST = 2  # letters


class Suggestion(NamedTuple):
    text: str
    url: str
    kind: str


def suggestions(text, user):
    """Up to SHOWN Suggestions of what this person may see."""
    text = repair(text.replace("\0", "")).strip()
    query = Query.parse(text)
    if len(text) < LEAST or not query:
        return []
    found = [*tags(text), *titles(query, user)]
    return found[:SHOWN]


def titles(query, user):
    found = []
    for shelf in SHELVES:
        keys = beginning(query, shelf.numbers_for(user), SHOWN, EVERYWHERE)
        things = shelf.search(user).order_by().filter(pk__in=keys)
        by_pk = {thing.pk: thing for thing in shelf.for_links(things)}
        found += [
            (day, Suggestion(shelf.name_of(by_pk[pk]), by_pk[pk].get_absolute_url(), shelf.kind))
            for pk, day in keys.items()
            if pk in by_pk
        ]
    return [suggestion for _, suggestion in sorted(found, key=lambda row: row[0], reverse=True)]


def tags(text):
    """Those of public articles whose names begin so."""
    shown = Article.objects.published().filter(tags=OuterRef("pk"))
    begun = Tag.objects.alias(plain=PlainKey("name")).filter(plain__startswith=plain_key(text))
    found = begun.filter(Exists(shown)).order_by("name")[:TAGS]
    return [Suggestion(t.name, reverse("news:tag", args=[t.slug]), "Từ khóa") for t in found]
