from django import forms
from django.contrib import admin

from core.admin import PublicationAdmin
from documents.files import check_upload
from documents.models import Attachment, Document, Field, Issuer, Kind


class AttachmentForm(forms.ModelForm):
    class Meta:
        model = Attachment
        fields = ["title", "position", "file"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_upload(file)
        return file

    def save(self, commit=True):
        if "file" in self.changed_data:
            file = self.cleaned_data["file"]
            self.instance.describe(file, file.name)
        return super().save(commit)


class AttachmentInline(admin.TabularInline):
    model = Attachment
    form = AttachmentForm
    extra = 1
    readonly_fields = ["given_number", "size", "checksum"]

    @admin.display(description="số thứ tự")
    def given_number(self, attachment):
        """The database gives it; before that there is none to show."""
        return attachment.number if attachment.pk else "–"


@admin.register(Document)
class DocumentAdmin(PublicationAdmin):
    list_display = ["symbol", "title", "kind", "issued_on", "audience", "state"]
    list_display_links = ["symbol", "title"]
    list_filter = [*PublicationAdmin.list_filter, "audience", "kind", "issuer"]
    list_select_related = ["kind"]
    autocomplete_fields = ["fields"]
    readonly_fields = ["views", "downloads"]
    inlines = [AttachmentInline]
    fieldsets = [
        (None, {"fields": ["symbol", "kind", "issuer", "issued_on", "title", "signer"]}),
        ("Sắp xếp", {"fields": ["fields", "audience", "slug"]}),
        (
            "Đăng văn bản",
            {"fields": [*PublicationAdmin.publishing_fields, "views", "downloads"]},
        ),
    ]

    def get_inlines(self, request, obj):
        """The files stay with the original: they change at once, not with the working copy."""
        return [] if obj and obj.is_copy else self.inlines


@admin.register(Kind, Issuer)
class AbbreviatedAdmin(admin.ModelAdmin):
    list_display = ["name", "abbreviation"]
    search_fields = ["name", "abbreviation"]


@admin.register(Field)
class FieldAdmin(admin.ModelAdmin):
    search_fields = ["name"]
