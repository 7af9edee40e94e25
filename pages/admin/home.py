"""The home page's arrangement."""

from django.contrib import admin

from pages.models import HomeBlock, HomeLead


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
