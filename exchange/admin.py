"""Addresses that are not there, and those that lead on."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from core.admin_pages import OwnPages
from core.admin_read_only import ReadOnlyAdmin
from exchange import redirects
from exchange.models import MissedAddress, OldAddress

SHOWN = 3  # referrers in the list


@admin.register(MissedAddress)
class MissedAddressAdmin(ReadOnlyAdmin, OwnPages, admin.ModelAdmin):
    """The most asked for first. A suggestion's button makes the redirect at once."""

    list_display = ["path", "count", "last_at", "came_from", "suggestion"]
    list_per_page = 20
    search_fields = ["path"]
    fields = ["path", "count", "first_at", "last_at", "came_from"]
    change_form_template = "admin/exchange/missedaddress/change_form.html"

    def get_urls(self):
        route = "<path:object_id>/chuyen-huong/"
        return [self.own_path(route, self.redirect_view, "redirect"), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("referrers")

    @admin.display(description="từ đâu tới")
    def came_from(self, missed):
        found = [(row.referrer, row.count) for row in missed.referrers.all()[:SHOWN]]
        return format_html_join("; ", "{} ({})", found) or "không rõ"

    @admin.display(description="chuyển hướng")
    def suggestion(self, missed):
        """A button of the list's own form, so that it brings its token."""
        found = redirects.suggestions(missed.path)[:1]
        button = (
            '<button class="button" type="submit" name="target" value="{}" formaction="{}">'
            "Chuyển tới “{}”</button>"
        )
        address = self.address("redirect", missed.pk)
        return format_html_join("", button, ((name, address, row) for name, row in found)) or (
            format_html('<a href="{}">Chọn nơi đến</a>', self.address("change", missed.pk))
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["redirect_url"] = self.address("redirect", obj.pk)
        context["suggestions"] = redirects.suggestions(obj.path)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_POST)
    def redirect_view(self, request, object_id):
        if not request.user.has_perm("exchange.lead_on_missedaddress"):
            raise PermissionDenied
        missed = self.get_object(request, object_id)
        if missed is None:
            raise Http404
        name = (request.POST.get("address") or request.POST.get("target", "")).strip()
        try:
            old = redirects.lead_on(missed, name, request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(self.address("change", missed.pk))
        target = old.target_for(request.user)
        words = format_html('“{}” nay chuyển tới <a href="{}">{}</a>.', old.path, target, target)
        messages.success(request, words)
        return HttpResponseRedirect(reverse("admin:exchange_missedaddress_changelist"))


@admin.register(OldAddress)
class OldAddressAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    list_display = ["path", "host", "leads_to"]
    list_select_related = ["article__category", "document"]
    show_full_result_count = False
    search_fields = ["path"]
    fields = ["host", "path", "leads_to"]

    @admin.display(description="dẫn tới")
    def leads_to(self, old):
        target = old.address or (old.article or old.document).get_absolute_url()
        return format_html('<a href="{}">{}</a>', target, target)
