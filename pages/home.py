"""What stands on the home page when nobody has arranged it."""

from dataclasses import dataclass

from news.models import Article, Category

LATEST = 6
BLOCK = 5


@dataclass
class Block:
    category: Category
    articles: list


def newest():
    """The lead (the newest with a picture among the first few), two beside it, the latest."""
    articles = list(Article.objects.published().newest_first().for_list()[: LATEST + 3])
    lead = next((a for a in articles if a.picture), articles[0] if articles else None)
    others = [a for a in articles if a is not lead]
    secondary = [a for a in others if a.picture][:2]
    return lead, secondary, [a for a in others if a not in secondary][:LATEST]


def related(lead, leave_out):
    """Up to three articles that belong to the lead and stand nowhere else above."""
    if lead is None:
        return []
    public = Article.objects.published().exclude(pk__in=[article.pk for article in leave_out])
    return [article for article in public.for_list().related_to(lead, 3) if article.shared]


def blocks(leave_out):
    """A block for each top category that has articles, in the menu's order, in three queries."""
    categories = Category.objects.tree()
    articles = newest_of_each(categories, leave_out)
    found = (Block(category, articles[category.pk]) for category in categories)
    shown = [block for block in found if block.articles]
    for block in shown[:1]:  # the first one opens with a large picture
        block.articles.sort(key=lambda article: article.picture is None)
    return shown


def newest_of_each(categories, leave_out):
    """By top category's id: its newest articles, those of its subcategories among them."""
    top = {child.pk: category.pk for category in categories for child in family(category)}
    if not top:
        return {}
    public = Article.objects.published().exclude(pk__in=leave_out).newest_first()
    each = [public.filter(category=pk).values("pk")[:BLOCK] for pk in top]
    found = Article.objects.filter(pk__in=each[0].union(*each[1:], all=True))
    articles = {pk: [] for pk in top.values()}
    for article in found.for_list().newest_first():
        block = articles[top[article.category_id]]
        if len(block) < BLOCK:
            block.append(article)
    return articles


def family(category):
    return [category, *category.children_list]
