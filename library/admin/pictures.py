"""Pictures: one by one, their words many at once, and where each stands."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html

from core.admin_names import NamedInputsAdmin
from library.admin.choosing import ChooserView
from library.admin.uploading import UploadView
from library.models import Picture
from library.uploads import Upload
from library.uses import body_uses, uses_of

NEEDED = forms.FileField(label="Tệp ảnh", help_text="JPEG, PNG, WebP, GIF, HEIC; tối đa 25 MB.")
REPLACEMENT = forms.FileField(
    label="Thay bằng tệp khác",
    required=False,
    help_text="Mọi trang đang dùng ảnh này sẽ đổi theo ngay. Tệp cũ bị xóa.",
)


class PictureForm(forms.ModelForm):
    """`file` is an Upload once it is clean: wanted for a new picture, else a replacement."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return None
        upload = Upload.of(file)
        known = Picture.objects.filter(checksum=upload.checksum).first()
        if known and known == self.instance:
            raise ValidationError("Đây chính là tệp đang dùng.")
        if known:
            address = reverse("admin:library_picture_change", args=[known.pk])
            message = 'Ảnh này đã có trong thư viện: <a href="{}">{}</a>.'
            raise ValidationError(format_html(message, address, known))
        return upload


class NewPictureForm(PictureForm):
    file = NEEDED


class ReplacedPictureForm(PictureForm):
    file = REPLACEMENT


class WithoutAlt(admin.SimpleListFilter):
    title = "mô tả"
    parameter_name = "mo-ta"

    def lookups(self, request, model_admin):
        return [("thieu", "Chưa có mô tả"), ("co", "Đã có mô tả")]

    def queryset(self, request, queryset):
        if self.value() == "thieu":
            return queryset.filter(alt="")
        return queryset.exclude(alt="") if self.value() == "co" else queryset


@admin.register(Picture)
class PictureAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["thumbnail", "alt", "caption", "credit"]
    list_editable = ["alt", "caption", "credit"]
    list_filter = [WithoutAlt, "created_at"]
    list_per_page = 30
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["alt", "caption", "credit", "source"]
    search_help_text = "Tìm theo mô tả, chú thích, người chụp, nguồn; có dấu hay không đều được."
    readonly_fields = ["preview", "uses", "facts"]
    words = ("Nội dung", {"fields": ["alt", "caption", "credit", "source"]})
    focal_point = ("Điểm chính", {"fields": ["preview", ("focal_x", "focal_y")]})

    class Media:
        css = {"all": ["css/components/focus.css", "css/library-admin.css"]}
        js = [forms.Script("js/library/focal.js", type="module")]

    def get_urls(self):
        upload = self.admin_site.admin_view(UploadView.as_view(model_admin=self))
        choose = self.admin_site.admin_view(ChooserView.as_view(model_admin=self))
        return [
            path("tai-len/", upload, name="library_picture_upload"),
            path("chon/", choose, name="library_picture_choose"),
            *super().get_urls(),
        ]

    def get_search_results(self, request, queryset, search_term):
        """By words, in any spelling of their accents."""
        if search_term.strip():
            queryset = queryset.matching(search_term)
        return queryset, False

    def get_form(self, request, obj=None, **kwargs):
        replaces = request.user.has_perm("library.replace_picture")
        changed = ReplacedPictureForm if replaces else PictureForm
        return super().get_form(request, obj, form=changed if obj else NewPictureForm, **kwargs)

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": ["file"]}), self.words]
        replace = ("Thay ảnh", {"fields": ["file"]})
        may = request.user.has_perm("library.replace_picture") and self.has_change_permission(
            request, obj
        )
        about = ("Về ảnh này", {"fields": ["uses", "facts"]})
        return [self.focal_point, self.words, *([replace] if may else []), about]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        upload = form.cleaned_data.get("file")
        if upload:
            obj.store(upload)
        else:
            super().save_model(request, obj, form, change)

    def get_deleted_objects(self, objs, request):
        """A picture in a text is held there as one is by a foreign key."""
        deleted, counts, missing, held = super().get_deleted_objects(objs, request)
        held += [use.as_link() for picture in objs for use in body_uses(picture)]
        return deleted, counts, missing, held

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        """One by one, since each takes its files with it."""
        for picture in queryset:
            picture.delete()

    @admin.display(description="ảnh")
    def thumbnail(self, picture):
        return format_html(
            '<img class="library-thumbnail {}" src="{}" width="120" height="80" alt="{}">',
            picture.focus_class,
            picture.url(320),
            picture,
        )

    @admin.display(description="xem trước")
    def preview(self, picture):
        return render_to_string("admin/library/picture/preview.html", {"picture": picture})

    @admin.display(description="đang dùng ở")
    def uses(self, picture):
        return render_to_string("admin/library/picture/uses.html", {"uses": uses_of(picture)})

    @admin.display(description="tải lên")
    def facts(self, picture):
        return render_to_string("admin/library/picture/facts.html", {"picture": picture})
