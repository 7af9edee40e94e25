"""Papers and what is in their files among the results of the search page."""

from documents.models import Attachment, Document
from search.catalogue import PAPERS
from search.places import places
from search.shelves import Hit, Shelf


class Papers(Shelf):
    source = PAPERS
    slug = "van-ban"
    label = "Văn bản"
    kind = "Văn bản"
    group = "issuer_id"

    def numbers_for(self, user):
        allowed = user.has_perm("documents.view_members_documents")
        return self.numbers if allowed else (PAPERS.public,)

    def search(self, user):
        return Document.objects.visible_to(user)

    def name_of(self, thing):
        return str(thing)

    def hits(self, user, ids, marker):
        found = self.search(user).filter(pk__in=ids).select_related("kind", "issuer")
        met = places(Attachment, ids, marker.query)
        return {paper.pk: self.hit(paper, marker, met.get(paper.pk)) for paper in found}

    def hit(self, paper, marker, place):
        found = Hit(
            kind=self.kind,
            facts=[paper.kind.name, paper.issuer.name],
            symbol=paper.symbol,
            title=marker.whole(paper.title),
            url=paper.get_absolute_url(),
            day=paper.dated,
        )
        if place:
            found.passage = marker.passage(place.text)
            found.place = place.link(paper)
        return found
