"""The search in what lies here, and the papers of a field of work across the months."""

from django.http import Http404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from core.paging import PrivatePagedListView
from core.vietnamese import repair
from documents.filters import bounds_of_field
from documents.models import Field
from speakers import marks
from speakers.access import speakers_only
from speakers.papers import fields_of, papers_for, with_files
from speakers.passages import passages


@method_decorator([speakers_only, require_safe], name="dispatch")
class SearchView(PrivatePagedListView):
    """`?q=` searches titles, symbols and the words inside files, `?linh-vuc=` narrows it down to a
    field of work; each works without the other."""

    template_name = "speakers/search.html"

    @cached_property
    def query(self):
        return repair(self.request.GET.get("q", "").replace("\0", "").strip())

    @cached_property
    def field(self):
        slug = self.request.GET.get("linh-vuc", "").replace("\0", "")
        found = Field.objects.filter(slug=slug).first() if slug else None
        if slug and found is None:
            raise Http404
        return found

    def found(self, field):
        """What the person sees of what was asked for, in this field or in all (None)."""
        papers = papers_for(self.request.user)
        if field:
            papers = papers.filter(fields=field)
        return papers.matching(self.query, bounds_of_field(field)) if self.query else papers

    def get_queryset(self):
        asked = self.query or self.field
        papers = self.found(self.field) if asked else papers_for(self.request.user).none()
        return with_files(papers, self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        person = self.request.user
        papers = marks.mark(list(context["page_obj"]), person)
        found = passages(papers, self.query)
        for paper in papers:
            paper.passage = found.get(paper.pk)
        return (
            context
            | marks.around(person, "search")
            | {
                "papers": papers,
                "query": self.query,
                "field": self.field,
                "fields": [(each, self.url(each.slug)) for each in fields_of(self.found(None))],
                "all_url": self.url(),
                "hidden": [("linh-vuc", self.field.slug)] if self.field else [],
            }
        )

    def url(self, slug=""):
        """What was searched, in this field or in all."""
        given = {"q": self.query, "linh-vuc": slug}
        words = urlencode({name: value for name, value in given.items() if value})
        return reverse("speakers:search") + (f"?{words}" if words else "")
