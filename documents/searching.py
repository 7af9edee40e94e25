"""Papers and what is in their files among the results of the search page."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from documents.models import Attachment, Document
from search.catalogue import PAPERS
from search.query import Query, lexemes
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
        places = pages_with(ids, marker.query)
        return {paper.pk: self.hit(paper, marker, places.get(paper.pk)) for paper in found}

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
            attachment, page, text = place
            attachment.document = paper
            found.passage = marker.passage(" ".join(text.split()))
            found.place = (f"{attachment}, trang {page}", attachment.get_page_url(page))
        return found


def pages_with(ids, query: Query):
    """{number of the paper: (attachment, page, text)}: the page of its files with most of the
    words, near each other."""
    every, some = raw(query.words, " & "), raw(query.words, " | ")
    offered = Attachment.objects.offered().filter(document__in=ids, stored__pages__search=some)
    best = offered.annotate(
        page=F("stored__pages__number"),
        text=F("stored__pages__text"),
        near=SearchRank(F("stored__pages__search"), every, cover_density=True),
        often=SearchRank(F("stored__pages__search"), some, cover_density=True),
    ).order_by("document_id", "-near", "-often", "position", "number", "page")
    rows = best.select_related("stored").distinct("document_id")
    return {row.document_id: (row, row.page, row.text) for row in rows}


def raw(words, joint):
    """A query over `FilePage.search`, whose words are plain keys."""
    return SearchQuery(lexemes(words, joint), config="simple", search_type="raw")
