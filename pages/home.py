"""What stands on the home page: as arranged in the admin, and else by itself."""

from dataclasses import dataclass

from django.db.models import Value

from library.models import Gallery, Picture
from news.models import Article, Category, Listing
from news.reading import akin
from pages.models import HomeBlock, HomeLead

LATEST = 6
SHOTS = 5  # one large picture and four small ones
BESIDE = 2  # articles with pictures beside the latest
FIRST_BLOCK, BLOCK = 5, 4  # articles of a block where nobody said how many


@dataclass
class Block:
    category: Category
    count: int
    articles: list


def newest():
    """The lead, two beside it, the latest.

    Arranged leads come first, then those that are featured; where there are neither the newest
    with a picture leads.
    """
    public = Article.objects.published().for_list()
    arranged = list(public.filter(pk__in=HomeLead.objects.running()).order_by("home_lead"))
    arranged = distinct([*arranged, *public.featured()[: BESIDE + 1]], leave_out=[])
    articles = list(public.newest_first()[: LATEST + BESIDE + len(arranged) + 1])
    pictured = [article for article in articles if article.picture]
    lead = next(iter([*arranged, *pictured, *articles]), None)
    secondary = distinct([*arranged, *pictured], leave_out=[lead])[:BESIDE]
    return lead, secondary, distinct(articles, leave_out=[lead, *secondary])[:LATEST]


def distinct(articles, leave_out):
    return [article for article in dict.fromkeys(articles) if article not in leave_out]


def related(request, lead, leave_out):
    """Up to three articles that belong to the lead and stand nowhere else above."""
    if lead is None:
        return []
    return distinct(akin(request, lead), leave_out=[lead, *leave_out])[:3]


def blocks(categories, leave_out):
    """The blocks that have articles, as arranged or one for each of these top categories."""
    found = planned(categories)
    fill(found, leave_out)
    shown = [block for block in found if block.articles]
    for block in shown[:1]:  # the first one opens with a large picture
        opening = next((a for a in block.articles if a.picture), block.articles[0])
        block.articles = [opening, *distinct(block.articles, leave_out=[opening])]
    return shown


def planned(categories):
    known = {category.pk: category for top in categories for category in top.family}
    arranged = [Block(known[b.category_id], b.count, []) for b in HomeBlock.objects.all()]
    return arranged or [
        Block(category, FIRST_BLOCK if place == 0 else BLOCK, [])
        for place, category in enumerate(categories)
    ]


def fill(blocks, leave_out):
    """Give each block its newest articles, those of subcategories among them, in one query
    for which they are and one for what they are."""
    if not blocks:
        return
    each = [
        Listing.objects.ordered("category", block.category.pk, without=leave_out).values_list(
            Value(place), "article_id"
        )[: block.count]
        for place, block in enumerate(blocks)
    ]
    places = list(each[0].union(*each[1:], all=True))
    public = Article.objects.published().for_list().newest_first()
    articles = list(public.filter(pk__in={pk for _, pk in places}))
    for number, block in enumerate(blocks):
        here = {pk for place, pk in places if place == number}
        block.articles = [article for article in articles if article.pk in here]


@dataclass
class Shot:
    """A picture of the band of photo stories, with where it leads."""

    picture: Picture
    title: str
    url: str
    gallery: Gallery | None = None  # of the one that stands for a whole story


def shots():
    """The first picture of each of the newest photo stories; where there are few stories, the
    further pictures of the newest fill up. None where fewer than SHOTS would stand there."""
    newest = Gallery.objects.published().newest_first().for_list(pictures=SHOTS)[:SHOTS]
    galleries = [gallery for gallery in newest if gallery.picture]
    found = [Shot(g.picture, g.title, g.get_absolute_url(), g) for g in galleries]
    for gallery in galleries[:1]:
        found += more_of(gallery)
    return found[:SHOTS] if len(found) >= SHOTS else []


def more_of(gallery):
    """The pictures of a photo story that follow its first."""
    address = gallery.get_absolute_url()
    return [
        Shot(item.picture, item.words, f"{address}#anh-{number}")
        for number, item in enumerate(gallery.first_items[1:], 2)
    ]
