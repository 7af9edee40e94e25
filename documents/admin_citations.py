"""What citations ask of editors: papers that are missing, and malformed ones to settle."""

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from core.notices import address
from documents.citations.wanted import A_PAGE, ranked, wanted_papers
from documents.models import Citation, Document, WantedPaper
from news.models import Article


class ForEditorsOfPapers:
    """Those who may change papers may look and decide; the rows come from the texts alone."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("documents.change_document")

    has_module_permission = has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class SettledFilter(admin.SimpleListFilter):
    title = "tình trạng"
    parameter_name = "da-xem"

    def lookups(self, request, model_admin):
        return [("roi", "Đã xem"), ("tat-ca", "Tất cả")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": "Chưa xem"}, *others]

    def queryset(self, request, queryset):
        if self.value() == "roi":
            return queryset.filter(settled_at__isnull=False)
        return queryset if self.value() == "tat-ca" else queryset.unsettled()


@admin.register(Citation)
class CitationAdmin(ForEditorsOfPapers, admin.ModelAdmin):
    """Citations that are not written as papers write their symbols, on pages in force."""

    list_display = ["symbol", "where", "settled_as", "settled_at"]
    list_filter = [SettledFilter]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]
    fields = ["symbol", "where", "settled_as"]
    readonly_fields = ["symbol", "where"]
    autocomplete_fields = ["settled_as"]
    actions = ["not_citations"]

    def get_queryset(self, request):
        pages = Article.objects.in_force(), Document.objects.in_force()
        doubtful = super().get_queryset(request).filter(is_doubtful=True)
        return doubtful.on_pages_of(*pages).select_related("article", "document", "settled_as")

    @admin.display(description="trên trang")
    def where(self, citation):
        title = Truncator(citation.page).words(12)
        return format_html('<a href="{}">{}</a>', address(citation.page), title)

    def save_model(self, request, obj, form, change):
        obj.settled_at, obj.settled_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)

    @admin.action(description="Không phải là số, ký hiệu văn bản")
    def not_citations(self, request, queryset):
        # By their keys, since the list's own query has joins that an UPDATE cannot take.
        chosen = Citation.objects.filter(pk__in=queryset.values_list("pk", flat=True))
        count = chosen.update(settled_as=None, settled_at=timezone.now(), settled_by=request.user)
        messages.success(request, f"Đã ghi nhận {count} trích dẫn.")


@admin.register(WantedPaper)
class WantedPaperAdmin(ForEditorsOfPapers, admin.ModelAdmin):
    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            return super().changelist_view(request)
        page = Paginator(ranked(), A_PAGE).get_page(request.GET.get("trang"))
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": "Văn bản được nhắc đến mà kho chưa có",
            "wanted": wanted_papers(page),
            "page": page,
            "may_add": request.user.has_perm("documents.add_document"),
        }
        return TemplateResponse(request, "admin/documents/wanted.html", context)
