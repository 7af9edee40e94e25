"""Standing pages, by their words alone: /trang/gioi-thieu/."""

from django.http import Http404, HttpResponsePermanentRedirect

from core.detail import PublicationDetailView
from core.site import HOME
from pages.models import StandingPage


class StandingPageView(PublicationDetailView):
    template_name = "pages/standing.html"
    queryset = StandingPage.objects.defer("search")

    def get(self, request, *args, **kwargs):
        slug = self.kwargs["slug"]
        pages = StandingPage.objects.filter(original=None)
        pk = pages.filter(slug=slug).values_list("pk", flat=True).first()
        if pk is None:
            return self.moved(slug)
        self.kwargs["pk"] = pk
        return super().get(request, *args, **kwargs)

    def moved(self, slug):
        """To the page that had this address once, if anybody may see it."""
        page = StandingPage.objects.once_called(slug)
        if page is None or not StandingPage.objects.published().filter(pk=page.pk).exists():
            raise Http404
        return HttpResponsePermanentRedirect(page.get_absolute_url())

    def get_context_data(self, **kwargs):
        page = self.object
        return super().get_context_data(**kwargs) | {
            "title": page.title,
            "page": page,
            "page_description": page.lead,
            "breadcrumbs": [HOME],
        }
