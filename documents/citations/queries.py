"""How citations and papers find each other in the database."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from core.arrays import IsOneOf
from documents.symbols import MAX_LENGTH, citation_key


class CitedQuerySet(models.QuerySet):
    """Words of papers that are looked up by their symbols."""

    def of_symbol(self, symbol):
        """Those of this symbol in any spelling; without a year it may be of any year."""
        key = citation_key(symbol[:MAX_LENGTH])
        if not key:
            return self.none()
        letters = key.lstrip("0123456789")
        found = Q(citation_key=key)
        if not letters.startswith("/"):
            number = f"{key.removesuffix(letters)}/"
            found |= Q(citation_key__startswith=number, citation_key__endswith=letters)
        return self.filter(found)

    def cited_by(self, page, citations):
        """The papers that citations of a page may mean, in one query.

        One that an editor chose for a malformed citation has its key in `settled_keys`.
        """
        keys = {citation.key for citation in citations if not citation.is_doubtful}
        found, papers = Q(citation_key__in=keys) | Q(bare_key__in=keys), self
        if any(citation.is_doubtful for citation in citations):
            chosen = page.citations.filter(settled_as__isnull=False)
            found |= Q(pk__in=chosen.values("settled_as"))
            of_one = chosen.filter(settled_as=OuterRef("pk")).values("key")
            papers = papers.annotate(settled_keys=ArraySubquery(of_one))
        return papers.filter(found)

    def of_keys(self, keys):
        """Those that have one of these keys: a list, or an expression for an array of text."""
        return self.filter(Q(IsOneOf("citation_key", keys)) | Q(IsOneOf("bare_key", keys)))


class CitationQuerySet(models.QuerySet):
    def on_pages_of(self, articles, documents):
        """Those that stand on a page of these querysets."""
        return self.filter(Q(article__in=articles) | Q(document__in=documents))

    def fitting(self, paper):
        """Those that the paper fits, perhaps among others: by key, date and kind. An undated
        paper fits whatever their date."""
        date = Coalesce(paper.issued_on, F("issued_on"), output_field=models.DateField())
        return self.filter(
            IsOneOf("key", paper.keys),
            Q(issued_on=None) | Q(issued_on=date),
            is_doubtful=False,
        ).exclude(rival=paper.kind.name)

    def fitting_none_of(self, papers):
        """Those that no paper of a queryset fits; an index for each kind of key."""
        return self.filter(*(~Exists(_fit(papers, key)) for key in ("citation_key", "bare_key")))

    def fitting_only(self, paper, papers):
        """Those that this paper fits and no other one of `papers`."""
        others = papers.of_keys(paper.keys).exclude(pk=paper.pk)
        return self.fitting(paper).fitting_none_of(others)

    def unsettled(self):
        return self.filter(is_doubtful=True, settled_at=None)


def _fit(papers, column):
    """The papers that the citation of an outer query fits by this key."""
    date = Coalesce(OuterRef("issued_on"), F("issued_on"))
    same_key = papers.filter(**{column: OuterRef("key")})
    return same_key.filter(Q(issued_on=None) | Q(issued_on=date)).exclude(
        kind__name=OuterRef("rival")
    )
