from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from pages.models import SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(admin.ModelAdmin):
    """The one row, opened at once."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        SiteSettings.objects.get_or_create(only_row=True)
        return HttpResponseRedirect(reverse("admin:pages_sitesettings_change", args=[True]))
