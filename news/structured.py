"""Articles as schema.org data for search engines."""

from core.site import absolute, trail
from stats.ratings.models import LEAST, MOST, figure_of


def article(article) -> list[dict]:
    """JSON-LD of an article's page: NewsArticle and BreadcrumbList."""
    return [news_article(article), trail(article.category.breadcrumbs())]


def news_article(article) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:110],
        "description": article.lead[:300],
        "datePublished": article.published_at.isoformat(),
        "inLanguage": article.language,
        "mainEntityOfPage": absolute(article.get_absolute_url()),
    }
    if writers := [person(credit) for credit in article.writers]:
        data["author"] = writers if len(writers) > 1 else writers[0]
    if article.picture:
        data["image"] = absolute(article.picture.src)
    return data | rating(figure_of(article))


def rating(figure) -> dict:
    """What readers think, and nothing as long as nobody rated."""
    if not figure.count:
        return {}
    value = {"ratingValue": figure.average, "ratingCount": figure.count}
    scale = {"worstRating": LEAST, "bestRating": MOST}
    return {"aggregateRating": {"@type": "AggregateRating"} | value | scale}


def person(credit) -> dict:
    page = {"url": absolute(credit.author.get_absolute_url())} if credit.author else {}
    return {"@type": "Person", "name": credit.name} | page
