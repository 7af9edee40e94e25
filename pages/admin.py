from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from pages.models import HomeBlock, HomeLead, SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(admin.ModelAdmin):
    """The one row, opened at once."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        SiteSettings.objects.get_or_create(only_row=True)
        return HttpResponseRedirect(reverse("admin:pages_sitesettings_change", args=[True]))


@admin.register(HomeLead)
class HomeLeadAdmin(admin.ModelAdmin):
    list_display = ["article", "position", "until"]
    list_editable = ["position", "until"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]


@admin.register(HomeBlock)
class HomeBlockAdmin(admin.ModelAdmin):
    """Without any row the home page has a block for each top category."""

    list_display = ["category", "position", "count"]
    list_editable = ["position", "count"]
    list_select_related = ["category"]
