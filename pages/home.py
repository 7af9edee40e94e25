"""What stands on the home page: as arranged in the admin, and else by itself."""

from dataclasses import dataclass

from news.models import Article, Category
from pages.models import HomeBlock, HomeLead

LATEST = 6
BESIDE = 2  # articles with pictures beside the latest
FIRST_BLOCK, BLOCK = 5, 4  # articles of a block where nobody said how many


@dataclass
class Block:
    category: Category
    count: int
    articles: list


def newest():
    """The lead, two beside it, the latest.

    Arranged leads come first; where there are none the newest with a picture leads.
    """
    public = Article.objects.published().for_list()
    arranged = list(public.filter(pk__in=HomeLead.objects.running()).order_by("home_lead"))
    articles = list(public.newest_first()[: LATEST + BESIDE + len(arranged) + 1])
    pictured = [article for article in articles if article.picture]
    lead = next(iter([*arranged, *pictured, *articles]), None)
    secondary = distinct([*arranged, *pictured], leave_out=[lead])[:BESIDE]
    return lead, secondary, distinct(articles, leave_out=[lead, *secondary])[:LATEST]


def distinct(articles, leave_out):
    return [article for article in dict.fromkeys(articles) if article not in leave_out]


def related(lead, leave_out):
    """Up to three articles that belong to the lead and stand nowhere else above."""
    if lead is None:
        return []
    public = Article.objects.published().exclude(pk__in=[article.pk for article in leave_out])
    return [article for article in public.for_list().related_to(lead, 3) if article.shared]


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
    known = {category.pk: category for top in categories for category in family(top)}
    arranged = [Block(known[b.category_id], b.count, []) for b in HomeBlock.objects.all()]
    return arranged or [
        Block(category, FIRST_BLOCK if place == 0 else BLOCK, [])
        for place, category in enumerate(categories)
    ]


def fill(blocks, leave_out):
    """Give each block its newest articles, those of subcategories among them, in one query
    for which they are and one for what they are."""
    most = {child.pk: block.count for block in blocks for child in family(block.category)}
    if not most:
        return
    public = Article.objects.published().exclude(pk__in=leave_out).newest_first()
    each = [public.filter(category=pk).values("pk")[:count] for pk, count in most.items()]
    found = Article.objects.filter(pk__in=each[0].union(*each[1:], all=True)).for_list()
    articles = list(found.newest_first())
    for block in blocks:
        mine = {child.pk for child in family(block.category)}
        block.articles = [a for a in articles if a.category_id in mine][: block.count]


def family(category):
    return [category, *category.children_list]
