"""Articles among the results of the search page."""

from core.sanitise import text_of
from core.vietnamese import HANOI
from news.models import Article, Attachment
from search.catalogue import ARTICLES
from search.places import places
from search.shelves import Hit, Shelf


class Articles(Shelf):
    source = ARTICLES
    slug = "tin-tuc"
    label = "Tin tức"
    kind = "Tin tức"
    group = "category_id"

    def search(self, user):
        return Article.objects.visible_to(user)

    def for_links(self, things):
        return things.select_related("category").only("title", "slug", "category__slug")

    def hits(self, user, ids, marker):
        found = self.search(user).filter(pk__in=ids).select_related("category")
        with_files = [article.pk for article in found if article.last_number]
        met = places(Attachment, with_files, marker.query) if with_files else {}
        return {article.pk: self.hit(article, marker, met.get(article.pk)) for article in found}

    def hit(self, article, marker, place):
        """The passage is the article's own where it has every word."""
        text = f"{article.lead} {text_of(article.body)}".strip()
        found = Hit(
            kind=self.kind,
            facts=[article.category.name],
            title=marker.whole(article.title),
            url=article.get_absolute_url(),
            day=article.published_at.astimezone(HANOI).date(),
            passage=marker.passage(text),
        )
        if place and not marker.has_all(f"{article.title} {text}"):
            found.passage = marker.passage(place.text)
            found.place = place.link(article)
        return found
