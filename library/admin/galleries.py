"""Photo stories: their pictures in order, from the library or straight from a folder."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from core.admin import PublicationAdmin
from core.admin_names import NamedInputsAdmin
from library.models import Gallery, GalleryItem


class ItemInline(NamedInputsAdmin, admin.TabularInline):
    model = GalleryItem
    fields = ["thumbnail", "picture", "caption", "position"]
    readonly_fields = ["thumbnail"]
    autocomplete_fields = ["picture"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("picture")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "position":
            field.widget.attrs["data-order"] = ""
        if db_field.name == "picture":  # a slip in this row must not delete from the library
            field.widget.can_delete_related = False
        return field

    @admin.display(description="ảnh")
    def thumbnail(self, item):
        if not item.picture_id:
            return ""
        return format_html(
            '<img class="library-thumbnail" src="{}" width="120" height="80" alt="">',
            item.picture.url(320),
        )


@admin.register(Gallery)
class GalleryAdmin(PublicationAdmin):
    list_display = ["title", "state", "published_at"]
    readonly_fields = ["upload_link"]
    inlines = [ItemInline]
    fieldsets = [
        (None, {"fields": ["title", "lead", "slug", "upload_link"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]

    class Media:
        css = {"all": ["css/library-admin.css"]}
        js = [forms.Script("js/library/order.js", type="module")]

    @admin.display(description="thêm ảnh")
    def upload_link(self, gallery):
        if not gallery.pk:
            return "Hãy lưu chùm ảnh trước, rồi tải nhiều ảnh lên một lúc."
        address = reverse("admin:library_picture_upload")
        return format_html(
            '<a href="{}?chum-anh={}">Tải nhiều ảnh vào chùm này</a>', address, gallery.pk
        )
