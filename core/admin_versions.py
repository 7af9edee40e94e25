"""The versions of a publication in the admin: a list, a comparison of any two, a way back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core.compare import differences
from core.workflow import RefusedError

A_PAGE = 50


class VersionsAdmin:
    """Mixed into the admin of a publication."""

    object_history_template = "admin/publication/history.html"

    def get_urls(self):
        return [
            self.own_path("<path:object_id>/khoi-phuc/", self.restore_view, "restore"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """The list; with `?tu=…&den=…` what changed from one version to the other above it."""
        publication = self.found(request, object_id)
        older, newer = self.chosen(request, publication)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Các phiên bản",
            "publication": publication,
            "page": Paginator(self.light(publication), A_PAGE).get_page(request.GET.get("trang")),
            "older": older,
            "newer": newer,
            "differences": differences(older, newer) if older and newer else None,
            "may_restore": self.has_change_permission(request, publication),
            "media": self.media,
        }
        return TemplateResponse(request, self.object_history_template, context)

    def light(self, publication):
        """The versions without their texts, which may be long."""
        wanted = ["history_id", "history_date", "history_change_reason", "history_type", "status"]
        return publication.history.select_related("history_user").only(
            *wanted, "history_user__username", "history_user__full_name"
        )

    def chosen(self, request, publication):
        """The two versions that are to be compared, the older one first."""
        ids = [
            value for value in map(request.GET.get, ("tu", "den")) if value and value.isdecimal()
        ]
        found = list(publication.history.filter(history_id__in=ids).order_by("history_date"))
        return found if len(found) == 2 else (None, None)

    @method_decorator(require_POST)
    def restore_view(self, request, object_id):
        publication = self.found(request, object_id)
        if not self.has_change_permission(request, publication):
            raise PermissionDenied
        number = request.POST.get("version", "")
        version = number.isdecimal() and publication.history.filter(history_id=number).first()
        if not version:
            raise Http404
        try:
            publication.restore(version, request.user)
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Đã khôi phục; đây là một phiên bản mới.")
        return HttpResponseRedirect(self.address("change", publication.pk))
