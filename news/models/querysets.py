"""How articles are found: lists, neighbours, related ones, months."""

from bisect import bisect
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Case, Count, Q, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now, TruncMonth
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from core.arrays import IsOneOf
from core.models import Publication, PublicationQuerySet
from search.candidates import EVERYWHERE, newest
from search.query import Query

SHELVES = PUBLIC, IN_WORK = 1, 51  # of the search table (news/sql/searchable.sql)
MOST_PINNED = 5

# Which articles may be related; whether they are public is asked of the public door.
CANDIDATES = """
    (SELECT id FROM news_article WHERE category_id = %s AND status = 'published'
        ORDER BY published_at DESC, id DESC LIMIT %s)
    UNION
    SELECT tagged.article_id FROM unnest(%s::bigint[]) AS wanted(tag_id), LATERAL (
        SELECT article_id FROM news_article_tags AS t WHERE t.tag_id = wanted.tag_id
        ORDER BY article_id DESC LIMIT %s
    ) AS tagged
    UNION
    SELECT unnest(%s::bigint[])
"""


def place(article):
    """Where it stands in the order of publication."""
    return article.published_at, article.pk


class Month(NamedTuple):
    year: int
    month: int
    count: int

    @property
    def url(self):
        return reverse("news:archive_month", args=[self.year, self.month])


class ArticleQuerySet(PublicationQuerySet):
    def in_category(self, category):
        """Articles of a category (with its `children_list`) and of its subcategories, whether it
        is their main one or a further one."""
        family = [each.pk for each in category.family]
        further = self.model.more_categories.through.objects.filter(category__in=family)
        return self.filter(Q(category__in=family) | Q(IsOneOf("pk", further.values("article"))))

    def matching(self, words):
        return self.filter(pk__in=newest(Query.parse(words), SHELVES, EVERYWHERE))

    def by(self, author):
        """What this author wrote or took the pictures of."""
        wrote = self.model.authors.through.objects.filter(author=author).values("article")
        took = self.model.photographers.through.objects.filter(author=author).values("article")
        return self.filter(Q(IsOneOf("pk", wrote)) | Q(IsOneOf("pk", took)))

    def beside_in_topic(self, article):
        """The others of its topic, the newest first."""
        return self.filter(topic=article.topic).exclude(pk=article.pk).newest_first()

    def pinned(self):
        """Those that stand first now, each marked `is_pinned`."""
        pinned = self.filter(pinned_until__gt=Now()).annotate(is_pinned=Value(True))
        return pinned.newest_first()[:MOST_PINNED]

    def featured(self):
        return self.filter(featured_until__gt=Now()).newest_first()

    def around(self, article, near):
        """(newer, older): up to `near` of its category after it and before it, nearest first;
        in one query."""
        of_category = self.exclude(pk=article.pk).filter(category=article.category)
        parts = [
            of_category.newer_than(article)[:near],
            of_category.older_than(article)[:near],
        ]
        found = sorted(set(parts[0].union(*parts[1:], all=True)), key=place)
        split = bisect([place(other) for other in found], place(article))
        return found[split:], found[:split][::-1]

    def related_to(self, article, limit):
        """Those that an editor chose (`by_hand`), then those that share the most tags with this
        one (`shared`), then the newest of its category.

        Only the newest few of each tag and of the category are looked at, so that a tag of a
        hundred thousand articles costs no more than one of ten.
        """
        tags = [tag.pk for tag in article.tags.all()]
        chosen = [other.pk for other in article.related_by_hand.all()]
        few = limit * 5
        candidates = RawSQL(CANDIDATES, [article.category_id, few, tags, few, chosen])  # noqa: S611
        return (
            self.filter(pk__in=candidates)
            .exclude(pk=article.pk)
            .annotate(
                by_hand=Case(When(pk__in=chosen, then=True), default=False),
                shared=Count("tags", filter=Q(tags__in=tags)),
            )
            .order_by("-by_hand", "-shared", "-published_at", "-id")[:limit]
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

    def in_month(self, year, month):
        """Published in this month of the calendar here."""
        start = datetime(year, month, 1, tzinfo=get_current_timezone())
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=get_current_timezone())
        return self.filter(published_at__gte=start, published_at__lt=end)

    def months(self):
        """Every month that has articles, newest first, as Month."""
        starts = self.annotate(start=TruncMonth("published_at")).values_list("start")
        counts = starts.annotate(Count("id")).order_by("-start")
        return [Month(start.year, start.month, count) for start, count in counts]

    def for_list(self):
        """What a card shows and no more: bodies are long."""
        return self.select_related("category", "picture").defer("body")
