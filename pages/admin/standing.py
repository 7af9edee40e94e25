"""Standing pages, with the steps and the versions of every publication."""

from django.contrib import admin

from core.admin import PublicationAdmin
from core.admin_editor import EditorAdmin
from pages.models import StandingPage


@admin.register(StandingPage)
class StandingPageAdmin(EditorAdmin, PublicationAdmin):
    list_display = ["title", "slug", "state", "published_at"]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body", "slug"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]
