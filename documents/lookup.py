"""Papers by their symbols in any spelling: `/van-ban/so/238-QĐ/TW/` and the search boxes."""

import re

from django.shortcuts import redirect, render
from django.views.generic import TemplateView

from core.pagecache import PublicPageMixin
from core.site import HOME
from core.vietnamese import plain_key, repair
from documents.citations.kinds import WORDS
from documents.citations.parser import find_citations
from documents.citations.references import fits
from documents.models import Document
from documents.symbols import MAX_LENGTH, citation_key, folded
from documents.trail import DOCUMENTS

MOST = 50  # papers that a choice shows
# Before a symbol: Quyết định số …, or the letters of the kind once more (NĐ 42/2022/NĐ-CP).
KIND_WORD = re.compile(
    rf"\s*(?:(?:{'|'.join(sorted(map(plain_key, WORDS), key=len, reverse=True))})\s+"
    r"|(?P<letters>[a-z]{2,4})\s+(?=(?:so\s+)?[0-9][0-9\s/-]*(?P=letters)[^a-z]))"
)
AROUND = re.compile(rf"(?:{KIND_WORD.pattern})?\s*(?:so\s*:?)?[\s.,;:]*")
LIKE_A_SYMBOL = re.compile(r"[\w\s./,:–-]{1,60}")


def papers_named(query, user):
    """The papers that a query may mean if all of it is one symbol, newest first; at most MOST.

    With a date, as texts cite papers, it means those of that date alone.
    """
    query = repair(query[:MAX_LENGTH]).strip()
    papers = Document.objects.visible_to(user).newest_first().for_list()
    if citation := dated_citation(query):
        return [p for p in papers.cited_by(None, [citation])[:MOST] if fits(p, citation)]
    text = folded(query)
    word = KIND_WORD.match(text)
    return list(papers.of_symbol(text[word.end() :] if word else text)[:MOST])


def dated_citation(query):
    """The citation that a query consists of, if it has a date; or None."""
    found = find_citations(query)
    if len(found) != 1 or found[0].is_doubtful or not found[0].on:
        return None
    around = query[: found[0].start] + query[found[0].end :]
    return found[0] if AROUND.fullmatch(folded(around)) else None


def to_papers(query, user):
    """The redirection of a search that is a symbol: to its paper or the choice; or None."""
    papers = papers_named(query, user)
    if len(papers) == 1:
        return redirect(papers[0])
    return redirect("documents:symbol", query.strip()) if papers else None


class SymbolView(PublicPageMixin, TemplateView):
    """One paper: on to it, for now, since another may come. Several: the choice."""

    template_name = "documents/symbol.html"
    keep_page = False

    def get(self, request, symbol):
        papers = papers_named(symbol, request.user)
        if len(papers) == 1:
            return redirect(papers[0])
        context = {
            "symbol": symbol if LIKE_A_SYMBOL.fullmatch(symbol) and citation_key(symbol) else "",
            "documents": papers,
            "breadcrumbs": [HOME, DOCUMENTS],
        }
        if papers:
            return self.render_to_response(context)
        return render(request, "documents/no_symbol.html", context, status=404)
