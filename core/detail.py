"""The door in front of one publication: its page, and everything that lies under its address."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.views.generic import DetailView, View

from core.pagecache import PublicPageMixin
from core.views import gone


class PublicationDoor:
    """Finds by id what this visitor may see; answers 410 for what is public no more."""

    def get(self, request, *args, **kwargs):
        self.object = self.visible() or self.for_staff(self.found())
        if self.object is None:
            withdrawn = self.found().gone().first()
            if withdrawn is None:
                raise Http404
            return gone(request, withdrawn.withdrawal_note)
        return self.answer()

    def found(self):
        return self.get_queryset().filter(pk=self.kwargs["pk"])

    def visible(self):
        return self.found().visible_to(self.request.user).first()

    def for_staff(self, found):
        """What people who work in the admin see although it is not public: nothing."""
        return


class PublicationDetailView(PublicPageMixin, PublicationDoor, DetailView):
    """The page of one publication; old addresses lead to today's."""

    def answer(self):
        if self.request.path != self.address():
            return HttpResponsePermanentRedirect(self.address())
        return self.render_to_response(self.get_context_data(object=self.object))

    def address(self):
        return self.object.get_absolute_url()


class PublicationFormView(PublicationDoor, View):
    """A form about one publication: shown by GET, sent by POST through the same door."""

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)


class PublicationFileView(PublicationDoor, View):
    """A file of one publication. Those who work in the admin fetch it in every state."""

    http_method_names = ["get", "head", "options"]

    def get_queryset(self):
        return self.queryset.all()

    def for_staff(self, found):
        meta = found.model._meta
        allowed = self.request.user.has_perm(f"{meta.app_label}.view_{meta.model_name}")
        return found.first() if allowed else None
