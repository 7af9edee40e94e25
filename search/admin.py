"""Abbreviations that editors accept, and what was searched and not found."""

from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from core.admin_read_only import ReadOnlyAdmin
from search.models import MissedSearch, Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    list_display = ["short", "name", "state", "number", "example"]
    list_filter = ["state"]
    search_fields = ["short", "name"]
    fields = ["short", "name", "state", "number", "example"]
    readonly_fields = ["number", "example"]
    actions = ["accept", "refuse"]

    @admin.action(description="Dùng khi tìm", permissions=["change"])
    def accept(self, request, queryset):
        queryset.update(state=Synonym.State.ACCEPTED)

    @admin.action(description="Không dùng", permissions=["change"])
    def refuse(self, request, queryset):
        queryset.update(state=Synonym.State.REFUSED)


@admin.register(MissedSearch)
class MissedSearchAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    list_display = ["words", "number", "last_on", "again"]
    ordering = ["-number", "-last_on"]

    @admin.display(description="tìm lại")
    def again(self, missed):
        address = f"{reverse('search:search')}?{urlencode({'q': missed.words})}"
        return format_html('<a href="{}">Tìm lại</a>', address)
