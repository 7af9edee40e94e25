"""A look at the home page with what stands in the form, before anybody saves it."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core import preview
from core.admin_pages import OwnPages
from pages import face
from pages.views.home import home

ADD = "them"  # in the address in the place of a row's number


class FacePreviewAdmin(OwnPages):
    """Mixed into the admin of a model that `Face.showing` knows. The form's second button posts
    to this address and opens the answer in a tab of its own; nothing is stored."""

    change_form_template = "admin/pages/change_form.html"

    def get_urls(self):
        route = "<path:object_id>/xem-thu/"
        return [self.own_path(route, self.look_view, "look"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["look_url"] = self.address("look", obj.pk if obj else ADD)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator([require_POST, preview.private])
    def look_view(self, request, object_id):
        row = None
        if object_id != ADD:
            row = self.get_object(request, object_id)
            if row is None:
                raise Http404
        may_add = row is None and self.has_add_permission(request)
        if not (may_add or (row and self.has_change_permission(request, row))):
            raise PermissionDenied
        form = self.get_form(request, row, change=row is not None)(
            request.POST, request.FILES, instance=row
        )
        if not form.is_valid():
            return self.refused(request, form)
        return self.page(request, form.instance)

    def page(self, request, row):
        """The home page as a visitor without a name would see it."""
        request.previewed_face = face.load().showing(row)
        request.user, request.path = AnonymousUser(), reverse("pages:home")
        return home(request)

    def refused(self, request, form):
        context = self.page_context(request, "Chưa xem thử được", form=form)
        return TemplateResponse(request, "admin/pages/refused.html", context, status=422).render()
