from django import forms
from django.contrib import admin
from django.utils.html import format_html

from library.models import Picture
from library.renditions import Renditions


class PictureForm(forms.ModelForm):
    file = forms.FileField(label="tệp ảnh", help_text="JPEG, PNG, WebP hoặc GIF; tối đa 25 MB.")

    class Meta:
        model = Picture
        fields = ["alt", "credit"]

    def clean_file(self):
        renditions = Renditions.of(self.cleaned_data["file"])
        if Picture.objects.filter(checksum=renditions.checksum).exists():
            raise forms.ValidationError("Ảnh này đã có trong thư viện.")
        return renditions

    def save(self, commit=True):
        for name, value in Picture.stored(self.cleaned_data["file"]).items():
            setattr(self.instance, name, value)
        return super().save(commit)


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    list_display = ["thumbnail", "alt", "credit", "created_at"]
    list_display_links = ["thumbnail", "alt"]
    readonly_fields = ["thumbnail"]
    search_fields = ["alt", "credit"]

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(request, obj, **({} if obj else {"form": PictureForm}), **kwargs)

    def get_fields(self, request, obj=None):
        return ["thumbnail", "alt", "credit"] if obj else ["file", "alt", "credit"]

    @admin.display(description="ảnh")
    def thumbnail(self, picture):
        height = round(120 * picture.height / picture.width)
        return format_html(
            '<img src="{}" width="120" height="{}" alt="">', picture.url(320), height
        )
