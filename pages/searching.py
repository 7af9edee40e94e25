"""Standing pages among the results of the search page."""

from core.sanitise import text_of
from core.vietnamese import HANOI
from pages.models import StandingPage
from search.catalogue import PAGES
from search.shelves import Hit, Shelf


class Pages(Shelf):
    source = PAGES
    slug = "trang"
    label = "Trang giới thiệu, hướng dẫn"
    kind = "Trang"

    def search(self, user):
        return StandingPage.objects.visible_to(user)

    def for_links(self, things):
        return things.only("title", "slug")

    def hits(self, user, ids, marker):
        found = self.search(user).filter(pk__in=ids).defer("search")
        return {page.pk: self.hit(page, marker) for page in found}

    def hit(self, page, marker):
        return Hit(
            kind=self.kind,
            title=marker.whole(page.title),
            url=page.get_absolute_url(),
            day=page.published_at.astimezone(HANOI).date(),
            passage=marker.passage(f"{page.lead} {text_of(page.body)}".strip()),
        )
