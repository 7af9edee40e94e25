"""Sound and films."""

from pathlib import PurePath

from django import forms
from django.contrib import admin

from core.admin import PublicationAdmin
from library.models import Recording
from library.sounds import MEDIA_TYPES, extension_of


class RecordingForm(forms.ModelForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            file.name = f"tep{extension_of(file)}"
        return file

    def clean(self):
        """A file tells by itself whether it is sound or film."""
        data = super().clean()
        if data.get("file"):
            extension = PurePath(data["file"].name).suffix
            data["kind"] = MEDIA_TYPES[extension].partition("/")[0]
        return data


@admin.register(Recording)
class RecordingAdmin(PublicationAdmin):
    form = RecordingForm
    list_display = ["title", "kind", "state", "published_at"]
    list_filter = [*PublicationAdmin.list_filter, "kind"]
    autocomplete_fields = ["picture"]
    fieldsets = [
        (None, {"fields": ["title", "file", "link", "kind", "picture"]}),
        ("Lời", {"fields": ["lead", "transcript"]}),
        ("Đăng", {"fields": ["slug", *PublicationAdmin.publishing_fields]}),
    ]
