"""What a page cites: its texts with links to the papers, and these papers.

The links follow from the text and from the papers that anybody may see at that moment. Nothing
of it is stored, so a page is right in the first request after any change of either.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import TextField
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

from core.compiled import Compiled, Parameter
from documents.citations.markup import PageText
from documents.citations.parser import find_citations
from documents.citations.reading import parts_of
from documents.models import Citation, Document
from news.models import Article

MOST = 200  # citations in the files of a paper that its page looks up

KEYS = Parameter("keys", ArrayField(TextField()))
OF_KEYS = Compiled(lambda: Document.objects.published().of_keys(KEYS).for_list().newest_first())

IN_FILES = Compiled(lambda: Citation.objects.filter(document=Parameter("page"))[:MOST])


class References:
    """`page`: an article or a paper."""

    def __init__(self, page):
        self.page = page
        self.text = PageText(parts_of(page))
        self.citations = find_citations(self.text.text)
        self.in_files = [] if isinstance(page, Article) else IN_FILES(page=page.pk)

    @cached_property
    def candidates(self):
        """Public papers, whoever looks: a page with links is the same for everybody."""
        citations = [*self.citations, *self.in_files]
        if not citations:
            return []
        if not any(citation.is_doubtful for citation in citations):
            return OF_KEYS(keys=sorted({citation.key for citation in citations}))
        public = Document.objects.published().cited_by(self.page, citations)
        return list(public.for_list().newest_first())

    def found(self, citations):
        """(citation, its papers) for each that has any but the page itself."""
        papers, found = {}, []
        for citation in citations:
            same = citation.identity, citation.is_doubtful
            if same not in papers:
                papers[same] = [paper for paper in self.candidates if fits(paper, citation)]
            if papers[same] not in ([], [self.page]):
                found.append((citation, papers[same]))
        return found

    @cached_property
    def in_text(self):
        return self.found(self.citations)

    @cached_property
    def papers(self):
        """The papers that the page surely means, in its order; those that its files name last."""
        found = [*self.in_text, *self.found(self.in_files)]
        certain = (papers[0] for _, papers in found if len(papers) == 1)
        return list(dict.fromkeys(certain))

    @cached_property
    def parts(self):
        """The texts of `parts_of` with their links, as safe HTML."""
        links = [(c.start, c.symbol_end, address(c, papers)) for c, papers in self.in_text]
        return [mark_safe(part) for part in self.text.with_links(links)]  # noqa: S308


def fits(paper, citation):
    """Whether a citation may mean a paper that was asked for by `cited_by`."""
    if citation.is_doubtful:
        return citation.key in paper.settled_keys
    return (
        citation.key in paper.keys
        and (not citation.on or paper.issued_on in (None, citation.on))
        and paper.kind.name != citation.rival
    )


def address(citation, papers):
    """Of the one paper, or of the choice between several."""
    if len(papers) == 1:
        return papers[0].get_absolute_url()
    if citation.organ:
        return reverse("documents:symbol", args=[citation.symbol])
    return f"{reverse('documents:index')}?{urlencode({'q': citation.symbol})}"


def references_of(page) -> References:
    """Read once for all the places of a page that ask."""
    if "references" not in vars(page):
        vars(page)["references"] = References(page)
    return vars(page)["references"]
