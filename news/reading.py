"""An article and what stands around it, in a few queries that are compiled once.

What follows from the edition alone (categories, the newest of each list) is kept; the articles
among it are shared by pages, so nobody may change them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, DateTimeField

from core.compiled import LARGEST, Compiled, Parameter, put
from core.keeping import kept
from news.models import Article, Author, Category, Tag
from stats.models import MostRead

NEAR, RELATED = 3, 4
MOST_READ = 5  # of each period
NEWEST = 2 * RELATED + NEAR  # of a list that are kept: enough for whoever leaves some out


class Place:
    """Where an article stands, for the words that ask for its neighbours."""

    pk, category_id = Parameter("pk"), Parameter("category")
    published_at = Parameter("published_at", DateTimeField())


public = Article.objects.published
SHOWN = Compiled(lambda: public().filter(pk=Parameter("pk")).for_page())
LINKED = {
    "tags": Compiled(lambda: Tag.objects.filter(articles=Parameter("pk"))),
    "authors": Compiled(lambda: Author.objects.filter(articles=Parameter("pk"))),
    "photographers": Compiled(lambda: Author.objects.filter(pictured=Parameter("pk"))),
    "related_by_hand": Compiled(lambda: Article.objects.chosen_for(Parameter("pk"))),
}
BESIDE = Compiled(lambda: public().for_title().beside(Place, NEAR))
TOPIC = Parameter("topic")
TAGGED = Parameter("tags", ArrayField(BigIntegerField()))
SHARING = Compiled(lambda: public().for_card().sharing(Parameter("pk"), TAGGED, RELATED))
OF_TOPIC = Compiled(lambda: public().for_title().listed("topic", TOPIC, RELATED + 1))


def shown_article(request, pk):
    """The public article of this id with its links; None where there is none."""
    found = SHOWN.first(pk=pk) if pk <= LARGEST else None
    if found is not None:
        under_categories(request, [found])
        for name, rows in LINKED.items():
            put(found, name, rows(pk=pk) if getattr(found, f"has_{name}") else [])
    return found


def under_categories(request, articles):
    """The same articles, each with its category. One that is younger than the edition of the
    request is left to be asked for."""
    known = kept(request, "categories", Category.objects.known)
    for article in articles:
        if category := known.get(article.category_id):
            article.category = category
    return articles


def around(request, article):
    """What stands around the text of an article, by the names that the template knows."""
    newer, older = neighbours(request, article)
    of_topic = OF_TOPIC(topic=article.topic_id) if article.topic_id else []
    of_topic = [each for each in of_topic if each != article][:RELATED]
    return {
        "newer": newer,
        "older": older,
        "of_topic": under_categories(request, of_topic),
        "related": related(request, article, RELATED),
    }


def neighbours(request, article):
    """(newer, older): up to NEAR of its category after it and before it, nearest first."""
    here = place(article)
    found = BESIDE(pk=article.pk, category=article.category_id, published_at=here[0])
    found = sorted(under_categories(request, found), key=place)
    newer = [each for each in found if place(each) > here]
    return newer, found[: len(found) - len(newer)][::-1]


def place(article):
    """Where it stands in the order of publication."""
    return article.published_at, article.pk


def newest(request, name, value=0):
    """The newest NEWEST of a list, kept."""

    def read():
        found = public().for_card().listed(name, value, NEWEST)
        return under_categories(request, list(found))

    return kept(request, ("newest", name, value), read)


def most_read(request):
    return kept(request, "most_read", lambda: list(MostRead.objects.lists(MOST_READ)))


def related(request, article, limit):
    """Those that an editor chose, then those that share the most tags with the article, then
    the newest of its category."""
    found = [*akin(request, article), *newest(request, "category", article.category_id)]
    return [each for each in dict.fromkeys(found) if each != article][:limit]


def akin(request, article):
    """Those that an editor chose, then those that share the most tags with the article."""
    found = []
    if chosen := [other.pk for other in article.related_by_hand.all()]:
        found += public().for_card().filter(pk__in=chosen).newest_first()
    if tags := [tag.pk for tag in article.tags.all()]:
        found += SHARING(pk=article.pk, tags=tags)
    return under_categories(request, found)
