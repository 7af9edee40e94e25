"""The search page."""

from django.contrib.postgres.search import SearchRank
from django.db.models import F
from django.utils.functional import cached_property

from core.paging import PagedListView
from core.sanitise import text_of
from core.searching import search_query
from core.site import HOME
from core.vietnamese import repair, thousands
from documents.lookup import to_papers
from documents.models import Document
from news.models import Article
from search.highlight import snippet

MOST = 1000  # matches that are counted and paged through
PAPERS = 5  # papers shown above the first page of articles


class SearchView(PagedListView):
    template_name = "search/search.html"
    page_parameters = ("q", "trang")
    keep_page = False

    def get(self, request, *args, **kwargs):
        """A query of nothing but a symbol goes to the paper or the choice."""
        found = request.GET.keys() == {"q"} and to_papers(request.GET["q"], request.user)
        return found or super().get(request, *args, **kwargs)

    @cached_property
    def query(self):
        return repair(self.request.GET.get("q", "").strip())

    def get_queryset(self):
        if not self.query:
            return Article.objects.none()
        words = search_query(self.query)
        found = Article.objects.visible_to(self.request.user).filter(search=words)
        ranked = found.annotate(rank=SearchRank(F("search"), words))
        return ranked.order_by("-rank", "-published_at", "-id").select_related("category")[:MOST]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for article in context["page_obj"]:
            article.snippet = snippet(f"{article.lead} {text_of(article.body)}", self.query)
        return context | {
            "query": self.query,
            "breadcrumbs": [HOME],
            "articles": context["page_obj"].object_list,
            "article_count": counted(context["paginator"].count, "tin bài"),
            **self.documents(context["page_obj"].number),
        }

    def documents(self, page):
        if not self.query:
            return {"documents": [], "document_count": ""}
        found = Document.objects.visible_to(self.request.user).matching(self.query)
        count = found[:MOST].count()
        shown = (
            found.newest_first().for_list(self.request.user)[:PAPERS] if page == 1 and count else []
        )
        return {"documents": shown, "document_count": counted(count, "văn bản")}


def counted(count, noun):
    return f"hơn {thousands(MOST)} {noun}" if count >= MOST else f"{thousands(count)} {noun}"
