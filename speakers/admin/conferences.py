"""The schedule in the admin."""

from django.contrib import admin

from core.admin_names import NamedInputsAdmin
from speakers.models import Conference


@admin.register(Conference)
class ConferenceAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["title", "starts_at", "place", "is_cancelled"]
    list_filter = ["is_cancelled"]
    search_fields = ["title", "place"]
    date_hierarchy = "starts_at"
    autocomplete_fields = ["papers"]
    view_on_site = False
    fields = [
        "title", "starts_at", "ends_at", "place", "link", "note", "papers", "is_cancelled",
    ]  # fmt: skip

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "papers":  # a slip here must not begin a paper
            field.widget.can_add_related = False
        return field
