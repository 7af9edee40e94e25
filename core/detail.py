"""One publication on a page of its own."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.views.generic import DetailView

from core.pagecache import PublicPageMixin
from core.views import gone


class PublicationDetailView(PublicPageMixin, DetailView):
    """Finds by id, answers 410 for what is public no more, and leads old addresses to today's."""

    def get(self, request, *args, **kwargs):
        found = self.get_queryset().filter(pk=self.kwargs["pk"])
        self.object = found.visible_to(request.user).first()
        if self.object is None:
            withdrawn = found.gone().first()
            if withdrawn is None:
                raise Http404
            return gone(request, withdrawn.withdrawal_note)
        if request.path != self.address():
            return HttpResponsePermanentRedirect(self.address())
        return self.render_to_response(self.get_context_data(object=self.object))

    def address(self):
        return self.object.get_absolute_url()
