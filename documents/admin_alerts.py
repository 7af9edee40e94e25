"""Who asked for letters: to be read and deleted when a person asks for it, never written."""

from django.contrib import admin

from core.admin_read_only import ReadOnlyAdmin
from documents.models import Subscription


@admin.register(Subscription)
class SubscriptionAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    list_display = ["email", "about", "created_at", "confirmed_at"]
    list_select_related = ["kind", "field", "document"]
    search_fields = ["email"]
    ordering = ["-id"]

    @admin.display(description="về")
    def about(self, subscription):
        return subscription.about
