"""Which papers ask for a confirmation, and the office's list of who has confirmed."""

import csv

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from accounts import audit
from core.admin_names import NamedInputsAdmin
from core.pagecache import PRIVATE
from core.sheets import BOM, not_formula
from core.vietnamese import date_words
from speakers.models import ReadingRequest
from speakers.readers import readers_of

HEADS = ["Họ và tên", "Đơn vị", "Tên đăng nhập", "Email", "Xác nhận lúc", "Trễ hạn"]


@admin.register(ReadingRequest)
class ReadingRequestAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["document", "until", "confirmed", "readers_link"]
    list_select_related = ["document"]
    search_fields = ["document__title", "document__symbol"]
    autocomplete_fields = ["document"]
    fields = ["document", "until"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    def get_readonly_fields(self, request, obj=None):
        """What people confirmed stays about the paper that they read."""
        return ["document"] if obj else []

    @admin.display(description="số người đã xác nhận", ordering="confirmed")
    def confirmed(self, asked):
        return asked.confirmed

    @admin.display(description="danh sách")
    def readers_link(self, asked):
        url = reverse("admin:speakers_readingrequest_readers", args=[asked.pk])
        return format_html('<a href="{}">Ai đã đọc, ai chưa</a>', url)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/nguoi-doc/",
                wrap(self.readers_view),
                name="speakers_readingrequest_readers",
            ),
            path("<int:pk>/nguoi-doc.csv", wrap(self.csv_view), name="speakers_readingrequest_csv"),
            *super().get_urls(),
        ]

    def asked(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(ReadingRequest.objects.select_related("document"), pk=pk)

    def readers_view(self, request, pk):
        asked = self.asked(request, pk)
        readers = readers_of(asked)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Ai đã đọc, ai chưa",
            "publication": asked,
            "done": [reader for reader in readers if reader.at],
            "open": [reader for reader in readers if not reader.at],
            "media": self.media,
        }
        return TemplateResponse(request, "admin/speakers/readers.html", context)

    def csv_view(self, request, pk):
        asked = self.asked(request, pk)
        name = f"xac-nhan-da-doc-{asked.document_id}.csv"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": PRIVATE,
        }
        audit.record("export", request.user, asked.document, "Ai đã đọc, ai chưa")
        response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
        table = csv.writer(response)
        table.writerow(HEADS)
        for reader in readers_of(asked):
            table.writerow(map(not_formula, row_of(reader)))
        return response


def row_of(reader):
    person, at = reader.person, date_words(reader.at) if reader.at else ""
    return [
        person.full_name,
        person.unit,
        person.username,
        person.email,
        at,
        "trễ" if reader.is_late else "",
    ]
