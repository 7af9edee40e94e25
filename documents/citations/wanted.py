"""Papers that pages cite and the library does not have: for editors."""

from dataclasses import dataclass, field

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.http import urlencode

from documents.models import Citation, Document, Kind
from news.models import Article

A_PAGE = 100  # wanted papers
PAGES = 3  # pages named for each


@dataclass
class Wanted:
    symbol: str
    kind_name: str
    dates: list
    count: int  # of pages
    kind: Kind | None = None
    pages: list = field(default_factory=list)

    def get_add_url(self):
        """The form of a new paper with what the citations tell of it."""
        known = {"symbol": self.symbol, "kind": self.kind and self.kind.pk}
        if len(self.dates) == 1:
            known["issued_on"] = f"{self.dates[0]:%d/%m/%Y}"
        query = urlencode({name: value for name, value in known.items() if value})
        return f"{reverse('admin:documents_document_add')}?{query}"


def missing():
    """Citations on pages in force that fit no paper of the library, public or not."""
    pages = Article.objects.in_force(), Document.objects.in_force()
    papers = Document.objects.in_hand().filter(original=None)
    certain = Citation.objects.filter(is_doubtful=False)
    return certain.on_pages_of(*pages).fitting_none_of(papers)


def ranked():
    """A row for each paper that is missing, the most cited first."""
    rows = (
        missing()
        .values("key")
        .annotate(
            count=Count("article", distinct=True) + Count("document", distinct=True),
            shown=Max("symbol"),
            name=Max("kind_name"),
            dates=ArrayAgg(
                "issued_on", distinct=True, filter=Q(issued_on__isnull=False), default=[]
            ),
        )
    )
    return rows.order_by("-count", "key")


def wanted_papers(rows) -> list[Wanted]:
    """Some rows of `ranked` with the pages that cite them; in three queries."""
    found = {
        row["key"]: Wanted(row["shown"], row["name"], row["dates"], row["count"]) for row in rows
    }
    kinds = {kind.name: kind for kind in Kind.objects.all()}
    for wanted in found.values():
        wanted.kind = kinds.get(wanted.kind_name)
    for citation in _first_pages(found):
        pages = found[citation.key].pages
        if citation.page not in pages and len(pages) < PAGES:
            pages.append(citation.page)
    return list(found.values())


def _first_pages(keys):
    place = Window(RowNumber(), partition_by="key", order_by=F("pk").desc())
    # A page may name a paper with its date and without.
    newest = missing().filter(key__in=keys).annotate(place=place).filter(place__lte=2 * PAGES)
    return newest.select_related("article", "document").only(
        "key", "article__title", "document__title"
    )
