"""Packs and series in the admin."""

from django.contrib import admin

from core.admin import PublicationAdmin
from documents.models import Pack, PackItem, Series


class PackItemInline(admin.TabularInline):
    model = PackItem
    fields = ["heading", "document", "position"]
    autocomplete_fields = ["document"]
    extra = 1

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("document")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "document":  # a slip in this row must not change the paper
            field.widget.can_add_related = field.widget.can_change_related = False
        return field


@admin.register(Pack)
class PackAdmin(PublicationAdmin):
    list_display = ["title", "state", "published_at"]
    inlines = [PackItemInline]
    fieldsets = [
        (None, {"fields": ["title", "lead", "slug"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    fields = ["name", "slug", "description"]
