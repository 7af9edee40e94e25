from django.contrib import admin
from django.forms import Script
from django.urls import reverse

from core.admin import PublicationAdmin
from documents import admin_alerts, admin_citations, admin_packs  # noqa: F401 (they register themselves)
from documents.admin_forms import DocumentForm
from documents.admin_relations import ChangeNoteInline, RelationInline, incoming_list
from documents.models import Attachment, Document, Field, Issuer, Kind
from files.admin import AttachmentInline, FilesAdmin


class DocumentFiles(AttachmentInline):
    model = Attachment


@admin.register(Document)
class DocumentAdmin(FilesAdmin, PublicationAdmin):
    form = DocumentForm
    list_display = ["symbol", "title", "kind", "issued_on", "audience", "state"]
    list_display_links = ["symbol", "title"]
    list_filter = [
        *PublicationAdmin.list_filter, "audience", "state_set", "kind", "issuer", "fields",
    ]  # fmt: skip
    date_hierarchy = "issued_on"
    ordering = ["-id"]
    list_select_related = ["kind"]
    autocomplete_fields = ["fields", "series", "cover"]
    readonly_fields = ["views", "downloads", "incoming_relations"]
    inlines = [DocumentFiles, RelationInline, ChangeNoteInline]
    fieldsets = [
        (None, {"fields": ["kind", "issuer", "symbol", "issued_on", "title"]}),
        (
            "Người ký và hiệu lực",
            {
                "fields": [
                    ("signer", "signer_office"),
                    ("effective_on", "lapses_on"),
                    "state_set",
                    "incoming_relations",
                ]
            },
        ),
        ("Sắp xếp", {"fields": ["fields", "audience", "slug"]}),
        (
            "Số của ấn phẩm định kỳ",
            {
                "classes": ["collapse"],
                "fields": ["series", ("issue_number", "issue_month"), "cover"],
            },
        ),
        (
            "Đăng văn bản",
            {"fields": [*PublicationAdmin.publishing_fields, "views", "downloads"]},
        ),
    ]

    class Media:
        js = [Script("js/admin/symbol.js", type="module")]

    def get_search_results(self, request, queryset, search_term):
        """By symbol or words; a field of a form offers no working copies."""
        if search_term.strip():
            queryset = queryset.matching(search_term)
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.filter(original=None)
        return queryset, False

    @admin.display(description="văn bản khác nói về văn bản này")
    def incoming_relations(self, document):
        return incoming_list(document)


class NameAdmin(admin.ModelAdmin):
    list_display = ["name", "abbreviation", "valid_from", "valid_until"]
    search_fields = ["name", "abbreviation"]


@admin.register(Kind)
class KindAdmin(NameAdmin):
    fields = ["name", "abbreviation", "slug", ("valid_from", "valid_until")]


@admin.register(Issuer)
class IssuerAdmin(NameAdmin):
    list_display = [*NameAdmin.list_display, "successor"]
    list_select_related = ["successor"]
    autocomplete_fields = ["successor"]
    fields = ["name", "abbreviation", "slug", ("valid_from", "valid_until"), "successor"]


@admin.register(Field)
class FieldAdmin(admin.ModelAdmin):
    search_fields = ["name"]
