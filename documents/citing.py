"""Who cites a paper: the block on its page and the list behind it."""

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, DateField, F, TextField, Value
from django.http import Http404
from django.utils.functional import cached_property

from core.arrays import IsOneOf
from core.compiled import Compiled, Parameter
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
            Citation.objects.filter(settled_as=paper.pk),
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
        of_kind = {"article": self.articles, "document": self.documents}
        return in_order(
            self.rows[part], lambda kind, ids: of_kind[kind].for_list().filter(pk__in=ids)
        )


def in_order(rows, read):
    """The pages that rows (kind, id, …) name; `read(kind, ids)` gives those of one kind."""
    ids = {}
    for kind, pk, *_ in rows:
        ids.setdefault(kind, []).append(pk)
    pages = {(kind, page.pk): page for kind in ids for page in read(kind, ids[kind])}
    return [pages[kind, pk] for kind, pk, *_ in rows if (kind, pk) in pages]


class AnyPaper:
    """Stands for the paper whose page asks."""

    pk = Parameter("pk")
    keys = Parameter("keys", ArrayField(TextField()))
    issued_on = Parameter("issued_on", DateField())

    class kind:  # noqa: N801 - as papers name it
        name = Parameter("kind", TextField())


IDS = Parameter("ids", ArrayField(BigIntegerField()))
NEWEST = Compiled(lambda: CitingPages(AnyPaper, AnonymousUser()).rows[: FEW + 1])
CITING = {
    "article": Compiled(lambda: Article.objects.published().for_list().filter(IsOneOf("pk", IDS))),
    "document": Compiled(
        lambda: Document.objects.published().for_list().filter(IsOneOf("pk", IDS))
    ),
}


def newest(paper, user):
    """The first of the pages that cite a paper. Nearly all who look see what anybody may."""
    if user.is_authenticated:
        return CitingPages(paper, user)[: FEW + 1]
    values = {"keys": paper.keys, "issued_on": paper.issued_on, "kind": paper.kind.name}
    rows = NEWEST(pk=paper.pk, **values)
    return in_order(rows, lambda kind, ids: CITING[kind](ids=ids))


def citing_pages(paper, user):
    """What the paper's page shows: the newest few, and their number where there are more."""
    pages = newest(paper, user)
    has_more = len(pages) > FEW
    return {
        "pages": pages[:FEW],
        "count": counted(CitingPages(paper, user).count()) if has_more else "",
        "has_more": has_more,
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
