"""The editor's part of the admin: its policy, and the cleaning of what is pasted into it."""

from csp.decorators import csp_update
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core.editor import POLICY
from core.fields import RichText
from core.word import clean_pasted

MAX_PASTED = 2_000_000  # characters of HTML, about 500 pages of Word; they take three seconds
TOO_LONG = "Đoạn dán quá dài. Hãy dán từng phần, hoặc nhập từ tệp Word."


class EditorAdmin:
    """Mixed into the admin of a model with rich text: its forms, and no other page, may run the
    editor."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_paste"
        view = self.admin_site.admin_view(self.paste_view)
        return [path("dan/", view, name=name), *super().get_urls()]

    @method_decorator(csp_update(POLICY))
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, RichText):
            address = f"admin:{self.opts.app_label}_{self.opts.model_name}_paste"
            field.widget.attrs["data-paste"] = reverse(address)
        return field

    @method_decorator(require_POST)
    def paste_view(self, request):
        """The HTML that came from Word, cleaned as its file would be; nothing is stored."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        html = request.POST.get("html", "")
        if len(html) > MAX_PASTED:
            return JsonResponse({"error": TOO_LONG}, status=400)
        return JsonResponse({"html": clean_pasted(html)})
