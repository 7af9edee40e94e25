from django.contrib import admin

from core.admin import PublicationAdmin
from documents import admin_citations  # noqa: F401 – registers its pages
from documents.models import Attachment, Document, Field, Issuer, Kind
from files.admin import AttachmentInline, FilesAdmin


class DocumentFiles(AttachmentInline):
    model = Attachment


@admin.register(Document)
class DocumentAdmin(FilesAdmin, PublicationAdmin):
    list_display = ["symbol", "title", "kind", "issued_on", "audience", "state"]
    list_display_links = ["symbol", "title"]
    list_filter = [*PublicationAdmin.list_filter, "audience", "kind", "issuer"]
    list_select_related = ["kind"]
    autocomplete_fields = ["fields"]
    readonly_fields = ["views", "downloads"]
    inlines = [DocumentFiles]
    fieldsets = [
        (None, {"fields": ["symbol", "kind", "issuer", "issued_on", "title", "signer"]}),
        ("Sắp xếp", {"fields": ["fields", "audience", "slug"]}),
        (
            "Đăng văn bản",
            {"fields": [*PublicationAdmin.publishing_fields, "views", "downloads"]},
        ),
    ]


@admin.register(Kind, Issuer)
class AbbreviatedAdmin(admin.ModelAdmin):
    list_display = ["name", "abbreviation"]
    search_fields = ["name", "abbreviation"]


@admin.register(Field)
class FieldAdmin(admin.ModelAdmin):
    search_fields = ["name"]
