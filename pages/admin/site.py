"""The board's names, colours and footer."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from accounts.signing_in.fresh import FreshSignInAdmin
from core.admin_choosing import ChoosingAdmin
from pages.admin.previewing import FacePreviewAdmin
from pages.admin.told import ToldAdmin
from pages.models import SiteSettings
from pages.models.site import Colour


@admin.register(SiteSettings)
class SiteSettingsAdmin(
    FreshSignInAdmin, ToldAdmin, FacePreviewAdmin, ChoosingAdmin, admin.ModelAdmin
):
    """The one row, opened at once."""

    autocomplete_fields = ["emblem", "map_picture"]
    fieldsets = [
        ("Đầu trang", {"fields": ["kind_line", "name", "emblem"]}),
        (
            "Màu",
            {
                "fields": ["cloth", "cloth_dark", "accent", "accent_dark"],
                "description": (
                    "Chữ trên các màu này phải đọc được (tương phản 4,5 : 1, ở cả giao diện sáng "
                    "và tối); màu không đủ tương phản thì không lưu được."
                ),
            },
        ),
        (
            "Chân trang",
            {
                "fields": [
                    "license",
                    "responsible",
                    "address",
                    "phone",
                    "fax",
                    "email",
                    "website",
                    "reprint_note",
                ]
            },
        ),
        ("Mạng xã hội", {"fields": ["facebook", "zalo", "youtube", "tiktok"]}),
        ("Bản đồ", {"fields": ["map_picture", "map_address"]}),
    ]

    class Media:
        css = {"all": ["css/admin-newsroom.css", "css/library-admin.css", "css/admin-chooser.css"]}
        js = [forms.Script("js/library/chooser.js", type="module")]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, Colour):
            kwargs["widget"] = forms.TextInput(attrs={"type": "color"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        SiteSettings.objects.get_or_create(only_row=True)
        return HttpResponseRedirect(reverse("admin:pages_sitesettings_change", args=[True]))
