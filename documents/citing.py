"""Who cites a paper: the block on its page and the list behind it."""

from django.db.models import F, Value
from django.http import Http404
from django.utils.functional import cached_property

from core.paging import PagedListView
from core.vietnamese import thousands
from documents.models import Citation, Document
from news.models import Article

FEW = 5  # pages that the paper's own page names
MOST = 1000  # pages that are counted


class CitingPages:
    """The pages that surely mean a paper, newest first; sliced and counted like a queryset.

    `user`: who looks; nobody is told of a page or a paper that they may not see.
    """

    ordered = True  # for the paginator

    def __init__(self, paper, user):
        self.articles = Article.objects.visible_to(user)
        self.documents = Document.objects.visible_to(user).exclude(pk=paper.pk)
        self.rows = self.pages_of(
            Citation.objects.fitting_only(paper, self.documents),
            Citation.objects.filter(settled_as=paper),
        ).order_by(F("published_at").desc(), "-pk")

    def pages_of(self, *citations):
        """(kind, id, time of publication) of the pages on which any of these stand, each once."""
        named = [
            pages.filter(pk__in=found.values(kind)).values_list(Value(kind), "pk", "published_at")
            for kind, pages in (("article", self.articles), ("document", self.documents))
            for found in citations
        ]
        return named[0].union(*named[1:])

    def count(self):
        return self.rows[: MOST + 1].count()

    def __getitem__(self, part):
        rows = list(self.rows[part])
        found = {"article": self.articles, "document": self.documents}
        pages = {
            kind: of_kind.for_list().in_bulk([pk for name, pk, _ in rows if name == kind])
            for kind, of_kind in found.items()
            if any(name == kind for name, _, _ in rows)
        }
        return [pages[kind][pk] for kind, pk, _ in rows if pk in pages[kind]]


def citing_pages(paper, user):
    """What the paper's page shows: the newest few, and their number where there are more."""
    citing = CitingPages(paper, user)
    pages = citing[: FEW + 1]
    return {
        "pages": pages[:FEW],
        "count": counted(citing.count()) if len(pages) > FEW else "",
        "has_more": len(pages) > FEW,
    }


def counted(count):
    return f"hơn {thousands(MOST)} trang" if count > MOST else f"{thousands(count)} trang"


class CitingListView(PagedListView):
    template_name = "documents/citing.html"

    @cached_property
    def paper(self):
        papers = Document.objects.visible_to(self.request.user).select_related("kind")
        paper = papers.filter(pk=self.kwargs["pk"]).first()
        if paper is None:
            raise Http404
        return paper

    def get_queryset(self):
        return CitingPages(self.paper, self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        named = f"{self.paper.kind.name} {self.paper.symbol}".strip()
        return context | {
            "document": self.paper,
            "title": "Được nhắc đến trong",
            "count": counted(context["paginator"].count),
            "breadcrumbs": [*self.paper.breadcrumbs(), (named, self.paper.get_absolute_url())],
        }
