"""The search page."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from core.pagecache import PublicPageMixin
from core.paging import PageLinks
from core.parts import is_part
from core.site import HOME
from documents.lookup import to_papers
from documents.models import Document
from search import facets, misses, synonyms
from search.filters import BY_DATE, Filters
from search.query import MAX_LENGTH, Query
from search.results import Results
from search.suggestions import suggestions
from search.words import corrected
from stats.robots import is_robot

A_PAGE = 10
NEWEST = 5  # papers that are offered where nothing was found


class SearchView(PublicPageMixin, PageLinks, TemplateView):
    template_name = "search/search.html"
    page_parameters = (*Filters.parameters, "trang")
    keep_page = False

    def get(self, request, *args, **kwargs):
        """A query of nothing but a symbol goes to the paper or the choice."""
        found = request.GET.keys() == {"q"} and to_papers(request.GET["q"], request.user)
        return found or super().get(request, *args, **kwargs)

    @cached_property
    def filters(self):
        return Filters(self.request.GET)

    def page_url(self, number):
        return self.filters.url(trang=number if number > 1 else "")

    def get_context_data(self, **kwargs):
        query = Query.parse(self.filters.query, synonyms.known())
        results = Results(query, self.filters, self.request.user) if query else None
        context = super().get_context_data(**kwargs) | {
            "query": query,
            "filters": self.filters,
            "breadcrumbs": [HOME],
        }
        if results is None:
            return context
        if not results.shown:
            return context | self.nothing(query)
        return context | self.shown(results)

    def shown(self, results):
        """What was found; `get_page` takes any number for a page that is there."""
        page = Paginator(results.in_order, A_PAGE).get_page(self.request.GET.get("trang"))
        self.link(page)
        return {
            "page_obj": page,
            "hits": results.hits(page),
            "is_near": results.is_near,
            "meant": self.meant(results.query) if results.is_near else None,
            "sort_url": self.filters.url(xep="" if self.filters.by_date else BY_DATE),
            "number": facets.words(results.number(self.filters.shelf)),
            "kinds": facets.kinds(results),
            "groups": facets.groups(results),
        }

    def nothing(self, query):
        """What was understood, what may be meant, and the newest papers; editors are told."""
        if not is_robot(self.request) and not self.filters.chosen:
            misses.note(query)
        papers = Document.objects.visible_to(self.request.user).newest_first()
        return {
            "meant": self.meant(query),
            "wider": self.filters.chosen and Filters({"q": query.text}).url(),
            "newest": papers.for_list(self.request.user)[:NEWEST],
        }

    def meant(self, query):
        """(words, address) of the search that may be meant, if it finds anything; or None."""
        words = corrected(query)
        filters = Filters({"q": words})
        found = words and Results(Query.parse(words), filters, self.request.user)
        return (words, filters.url()) if found and found.shown and not found.is_near else None


@never_cache
@require_safe
def suggest(request):
    """What begins as what was typed: a list for the script beside the field, a page for others."""
    text = request.GET.get("q", "")[:MAX_LENGTH]
    template = "search/suggestions.html" if is_part(request) else "search/suggestions_page.html"
    context = {"text": text, "suggestions": suggestions(text, request.user)}
    return render(request, template, context)
