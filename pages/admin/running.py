"""What runs for a time around the pages."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.db.models.functions import Now

from core.admin_choosing import ChoosingAdmin
from core.admin_names import NamedInputsAdmin
from pages.admin.previewing import FacePreviewAdmin
from pages.admin.told import ToldAdmin
from pages.models import Banner, Notice, PictureLink, Slide, Slogan


class RunsFilter(admin.SimpleListFilter):
    title = "thời gian"
    parameter_name = "luc"

    def lookups(self, request, model_admin):
        return [("dang", "Đang hiện"), ("sap", "Sắp tới"), ("het", "Đã hết")]

    def queryset(self, request, queryset):
        when = {"sap": Q(starts_at__gt=Now()), "het": Q(ends_at__lte=Now())}.get(self.value())
        if self.value() == "dang":
            return queryset.running()
        return queryset.filter(when) if when else queryset


class RunningAdmin(ToldAdmin, ChoosingAdmin, NamedInputsAdmin, admin.ModelAdmin):
    list_filter = [RunsFilter]
    show_facets = admin.ShowFacets.NEVER
    times = ("Thời gian hiện", {"fields": [("starts_at", "ends_at")]})

    class Media:
        css = {"all": ["css/admin-newsroom.css", "css/library-admin.css", "css/admin-chooser.css"]}
        js = [forms.Script("js/library/chooser.js", type="module")]


@admin.register(Slogan)
class SloganAdmin(FacePreviewAdmin, RunningAdmin):
    list_display = ["text", "starts_at", "ends_at"]
    fieldsets = [(None, {"fields": ["text"]}), RunningAdmin.times]


@admin.register(Banner)
class BannerAdmin(FacePreviewAdmin, RunningAdmin):
    list_display = ["alt", "starts_at", "ends_at"]
    autocomplete_fields = ["picture"]
    fieldsets = [(None, {"fields": ["picture", "alt"]}), RunningAdmin.times]


@admin.register(Notice)
class NoticeAdmin(FacePreviewAdmin, RunningAdmin):
    list_display = ["text", "starts_at", "ends_at"]
    fieldsets = [(None, {"fields": ["text", "address"]}), RunningAdmin.times]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Urgent news without an end would stand there for years."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "ends_at":
            field.required, field.help_text = True, "Bắt buộc."
        return field


@admin.register(Slide)
class SlideAdmin(FacePreviewAdmin, RunningAdmin):
    list_display = ["words", "position", "starts_at", "ends_at"]
    list_display_links = ["words"]
    list_editable = ["position"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    fieldsets = [
        (None, {"fields": ["article", "title", "address", "position"]}),
        RunningAdmin.times,
    ]

    @admin.display(description="chữ")
    def words(self, slide):
        return slide.words


@admin.register(PictureLink)
class PictureLinkAdmin(RunningAdmin):
    list_display = ["title", "address", "position", "starts_at", "ends_at"]
    list_editable = ["position"]
    autocomplete_fields = ["picture"]
    fieldsets = [
        (None, {"fields": ["title", "picture", "alt", "address", "position"]}),
        RunningAdmin.times,
    ]
