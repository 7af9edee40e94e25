"""Choosing a picture of the library for a text or a field, in a dialog on the form."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.generic import View

from library.markup import figure
from library.models import Picture

A_PAGE = 18


class ChooserView(View):
    """What the dialog shows: a search by words (`q`), the newest pictures first, a page at a
    time (`trang`). static/js/library/chooser.js puts it there."""

    model_admin = None
    http_method_names = ["get"]

    def dispatch(self, request, *args, **kwargs):
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        words = request.GET.get("q", "").strip()
        found = Picture.objects.matching(words) if words else Picture.objects.all()
        page = Paginator(found.order_by("-id"), A_PAGE).get_page(request.GET.get("trang"))
        context = {
            "page": page,
            "choices": [(picture, figure(picture)) for picture in page],
            "words": words,
            "may_add": self.model_admin.has_add_permission(request),
        }
        template = "admin/library/picture/chooser.html"
        return HttpResponse(render_to_string(template, context, request))
