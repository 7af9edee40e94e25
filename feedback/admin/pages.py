"""Faults of pages, and what readers say of papers."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.text import Truncator

from core.admin_filters import DoneFilter
from core.admin_names import NamedInputsAdmin
from core.admin_read_only import ReadOnlyAdmin
from core.site import absolute
from feedback.models import PageReport, Usefulness


class HandledFilter(DoneFilter):
    title = "xử lý"
    parameter_name = "xu-ly"
    field = "handled_at"
    labels = ("Chưa xử lý", "Đã xử lý")


@admin.register(PageReport)
class PageReportAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["short", "path", "sent_at", "handled_at"]
    list_filter = [HandledFilter]
    search_fields = ["path", "text"]
    fields = ["page", "text", "contact", "sent_at", "note", "handled_at", "handled_by"]
    readonly_fields = ["page", "text", "contact", "sent_at", "handled_at", "handled_by"]
    actions = ["handle", "reopen"]

    def has_add_permission(self, request):
        return False

    @admin.display(description="điều chưa đúng", ordering="sent_at")
    def short(self, report):
        return Truncator(report.text).chars(100)

    @admin.display(description="trang")
    def page(self, report):
        return format_html('<a href="{}" rel="noopener">{}</a>', absolute(report.path), report.path)

    @admin.action(description="Đánh dấu đã xử lý", permissions=["change"])
    def handle(self, request, queryset):
        messages.success(request, f"{queryset.handle(request.user)} báo lỗi: đã xử lý.")

    @admin.action(description="Mở lại", permissions=["change"])
    def reopen(self, request, queryset):
        messages.success(request, f"{queryset.reopen()} báo lỗi: mở lại.")

    def save_model(self, request, obj, form, change):
        """Who writes down what was done has seen to it."""
        super().save_model(request, obj, form, change)
        if "note" in form.changed_data and obj.note:
            PageReport.objects.filter(pk=obj.pk).handle(request.user)


@admin.register(Usefulness)
class UsefulnessAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    """Read only: what readers said stands as they said it."""

    list_display = ["document", "is_useful", "remark", "at"]
    list_filter = ["is_useful", ("remark", admin.EmptyFieldListFilter)]
    list_select_related = ["document"]
    search_fields = ["document__title", "remark"]
    fields = ["document", "is_useful", "remark", "counts", "at"]
    readonly_fields = fields

    @admin.display(description="mọi phản hồi về văn bản này")
    def counts(self, answer):
        counts = Usefulness.objects.counts_of(answer.document)
        return f"{counts['useful']} hữu ích, {counts['useless']} không hữu ích"
