"""The words by which papers are asked for."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import ExtractYear, Now, TruncDate
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from core.models import PublicationQuerySet
from documents.citations.queries import CitedQuerySet
from documents.symbols import symbol_key
from search.candidates import EVERYWHERE, newest
from search.catalogue import PAPERS
from search.query import Query


class DocumentQuerySet(CitedQuerySet, PublicationQuerySet):
    def published(self):
        return self.in_force().filter(audience="public")

    def visible_to(self, user):
        if user.has_perm("documents.view_members_documents"):
            return self.in_force()
        return self.published()

    def newest_first(self):
        """By date of issue; a paper without one stands where it was published."""
        return self.order_by("-dated", "-id")

    def by_number(self):
        """As in the register of papers: the newest year first, in it the highest number."""
        year = ExtractYear("dated").desc()
        return self.order_by(year, F("number").desc(nulls_last=True), "-id")

    def before(self, day):
        """Those dated before a day; told twice, for the index of each order."""
        last = day - timedelta(days=1)
        found = self.alias(year=ExtractYear("dated")).filter(dated__lt=day)
        return found.filter(LessThanOrEqual(F("year"), last.year))

    def since(self, day):
        """Those dated on a day or after it; told twice, like `before`."""
        found = self.alias(year=ExtractYear("dated")).filter(dated__gte=day)
        return found.filter(GreaterThanOrEqual(F("year"), day.year))

    def matching(self, query, bounds=EVERYWHERE):
        """The newest of those whose number or symbol, however spelled, whose text or whose files
        have what was asked for; `bounds`: what else they are narrowed down to."""
        return self.filter(pk__in=newest(Query.parse(query), PAPERS.numbers, bounds))

    def related_to(self, document, limit):
        """The newest of the same fields of work. They are among the newest of each field, so
        fields of fifty thousand papers are not gone through."""
        others = self.exclude(pk=document.pk)
        newest = [
            others.filter(fields=field).newest_first().values("pk")[:limit]
            for field in document.field_list
        ]
        if not newest:
            return self.none()
        found = self.filter(pk__in=newest[0].union(*newest[1:], all=True))
        return found.newest_first().for_list()[:limit]

    def with_state(self, viewer=None):
        """What `legal_state` needs, as this viewer (nobody in particular by default) may know it:
        a paper that they may not see replaces nothing for them. The day is the database's."""
        today = TruncDate(Now())
        papers = self.model.objects.visible_to(viewer) if viewer else self.model.objects.published()
        replacing = papers.filter(
            Q(effective_on=None) | Q(effective_on__lte=today),
            relations__kind="replaces",
            relations__target=OuterRef("pk"),
        )
        return self.annotate(today=today, is_replaced=Exists(replacing))

    def for_list(self, viewer=None):
        return self.select_related("kind", "issuer").with_state(viewer)

    def for_page(self):
        return self.select_related("kind", "issuer__successor", "series", "cover").with_state()

    def twins_of(self, symbol, kind, issuer, issued_on):
        """Papers of this identity, which is one paper's alone; none without a symbol."""
        if not symbol:
            return self.none()
        return self.filter(
            symbol_key=symbol_key(symbol),
            kind=kind,
            issuer=issuer,
            issued_on=issued_on,
            original=None,
        )
