"""The work calendar."""

from django.contrib import admin

from core.admin_names import NamedInputsAdmin
from pages.models import WorkEvent


@admin.register(WorkEvent)
class WorkEventAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["title", "starts_at", "place", "chair", "is_cancelled"]
    date_hierarchy = "starts_at"
    search_fields = ["title", "place", "chair"]
    save_as = True  # the same meeting comes again next week
    fields = [
        "title",
        ("starts_at", "ends_at"),
        "place",
        "chair",
        "attendees",
        "note",
        "is_cancelled",
    ]
