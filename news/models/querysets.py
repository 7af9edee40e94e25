"""How articles are found: lists, neighbours, related ones."""

from datetime import datetime, time, timedelta

from django.db.models import Exists, IntegerField, OuterRef, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now
from django.utils.timezone import get_current_timezone

from core.models import Publication, PublicationQuerySet
from search.candidates import EVERYWHERE, newest
from search.catalogue import ARTICLES
from search.query import Query

MOST_PINNED = 5

OF_TAGS = """
    SELECT tagged.article_id FROM unnest(%s::bigint[]) AS wanted(tag), LATERAL (
        SELECT article_id FROM news_listing AS l WHERE l.list = 'tag' AND l.value = wanted.tag
        ORDER BY l.published_at DESC, l.article_id DESC LIMIT %s
    ) AS tagged
"""
SHARED = """
    SELECT count(*) FROM news_article_tags AS t
    WHERE t.article_id = news_article.id AND t.tag_id = ANY (%s::bigint[])
"""


class ArticleQuerySet(PublicationQuerySet):
    def listed(self, name, value, stop, *, start=0, **limits):
        """Those of a list from `start` to `stop`, the newest first; see ListingQuerySet.ordered
        for the limits. They are chosen among the list's own rows, so that nobody's statistics
        can mislead the planner into walking the articles."""
        rows = self.model._meta.get_field("listings").related_model.objects
        chosen = rows.ordered(name, value, **limits)[start:stop]
        return self.filter(pk__in=chosen.values("article_id")).newest_first()

    def matching(self, words):
        return self.filter(pk__in=newest(Query.parse(words), ARTICLES.numbers, EVERYWHERE))

    def in_list(self, name, value=0):
        return self.filter(listings__list=name, listings__value=value)

    def pinned(self):
        """Those that stand first now, each marked `is_pinned`."""
        pinned = self.filter(pinned_until__gt=Now()).annotate(is_pinned=Value(True))
        return pinned.newest_first()[:MOST_PINNED]

    def featured(self):
        return self.filter(featured_until__gt=Now()).newest_first()

    def beside(self, article, near):
        """Up to `near` of its category after it and as many before it, in one query."""
        of_category = self.filter(category=article.category_id).exclude(pk=article.pk)
        older = of_category.older_than(article)[:near]
        return of_category.newer_than(article)[:near].union(older, all=True)

    def sharing(self, article, tags, limit):
        """Those that share the most of these tags with an article, the newest first. Only the
        newest few of each tag are looked at, so that a tag of a hundred thousand articles costs
        no more than one of ten."""
        return (
            self.filter(pk__in=RawSQL(OF_TAGS, [tags, limit * 5]))  # noqa: S611
            .exclude(pk=article)
            .annotate(shared=RawSQL(SHARED, [tags], IntegerField()))  # noqa: S611
            .order_by("-shared", "-published_at", "-id")[:limit]
        )

    def came_out(self, start, end):
        """Published from one day to another, both included, by the calendar here; those that
        were withdrawn or expired since are among them."""
        here = get_current_timezone()
        return self.filter(
            status__in=[Publication.Status.PUBLISHED, Publication.Status.WITHDRAWN],
            published_at__gte=datetime.combine(start, time(), here),
            published_at__lt=datetime.combine(end + timedelta(days=1), time(), here),
            published_at__lte=Now(),
        ).order_by("published_at", "id")

    def for_list(self):
        """What a card shows and no more: bodies are long."""
        return self.select_related("category", "picture").defer("body")

    def for_page(self):
        """What its page shows; `has_tags` and the like tell whether there is more to ask for."""
        names = ("tags", "authors", "photographers", "related_by_hand")
        has = {f"has_{name}": Exists(self.links(name, OuterRef("pk"))) for name in names}
        return self.select_related("picture", "topic", "rating_figure").annotate(**has)

    def links(self, name, article):
        """The rows that link an article with its tags, authors and so on."""
        field = self.model._meta.get_field(name)
        through = field.remote_field.through.objects
        return through.filter(**{field.m2m_field_name(): article})

    def chosen_for(self, article):
        """Those that an editor put beside an article, as ids."""
        chosen = self.links("related_by_hand", article).values("to_article")
        return self.filter(pk__in=chosen).only("pk")

    def for_title(self):
        """What a line with title and day shows, its category aside, and no more."""
        return self.only("title", "slug", "published_at", "language", "category_id")

    def for_card(self):
        """The same with its picture."""
        return self.select_related("picture").only(
            "title", "slug", "published_at", "language", "category_id", "picture"
        )
