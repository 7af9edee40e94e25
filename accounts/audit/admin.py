"""The log in the admin: to be searched, read and exported; nobody changes it."""

from functools import partial

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from accounts import audit
from accounts.audit.files import write_csv, write_xlsx
from accounts.audit.models import Entry
from core.admin_read_only import ReadOnlyAdmin
from core.sheets import download

FORMATS = {"xlsx": write_xlsx, "csv": write_csv}
MOST = 500_000  # rows of a file; a sheet ends at a million


class KindFilter(admin.SimpleListFilter):
    """What the entries are about, by the names of the models."""

    title = "loại đối tượng"
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = Entry.objects.exclude(kind="").order_by("kind").values_list("kind", flat=True)
        return [(kind, name_of(kind)) for kind in kinds.distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    list_display = ["at", "action", "who", "what", "words"]
    list_display_links = ["at"]
    list_filter = ["action", KindFilter]
    list_per_page = 100
    date_hierarchy = "at"
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["label"]  # shows the box; EntryQuerySet.matching does the search
    search_help_text = (
        "Tên người, tên đối tượng, chi tiết, có dấu hay không đều được. "
        "Muốn tìm các lần đăng nhập không thành, hãy gõ đúng tên đăng nhập đã bị thử."
    )
    fields = ["at", "action", "who", "what", "kind", "object_id", "words", "tried"]
    readonly_fields = fields
    actions = None
    change_list_template = "admin/audit/entry/change_list.html"

    class Media:
        css = {"all": ["css/admin-audit.css"]}

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        return [path("xuat/<slug:name>/", view, name="audit_entry_export"), *super().get_urls()]

    @admin.display(description="người làm")
    def who(self, entry):
        return entry.who

    @admin.display(description="đối tượng")
    def what(self, entry):
        return entry.what

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()

    def get_search_results(self, request, queryset, search_term):
        if search_term.strip():
            queryset = queryset.matching(search_term.strip().replace("\0", ""))
        return queryset, False

    def changelist_view(self, request, extra_context=None):
        shown = {"title": "Nhật ký hệ thống", "may_export": self.may_export(request)}
        return super().changelist_view(request, shown | (extra_context or {}))

    def may_export(self, request):
        return request.user.has_perm("audit.export_entry")

    @method_decorator(require_POST)
    def export_view(self, request, name):
        """What the list shows, as it is searched and filtered, as a file; that is logged itself."""
        if not self.may_export(request):
            raise PermissionDenied
        if name not in FORMATS:
            raise Http404
        entries = self.get_changelist_instance(request).get_queryset(request)
        write = partial(FORMATS[name], entries.order_by("-id")[:MOST])
        response = download(f"nhat-ky-{localdate():%Y%m%d}.{name}", write)
        audit.record("export", request.user, words=f"Nhật ký hệ thống: {wanted(request)}")
        return response

    def has_delete_permission(self, request, obj=None):
        return False


def wanted(request):
    """The filters of a list, without what was searched for: it may be somebody's name."""
    filters = [f"{name}={value}" for name, value in request.GET.items() if name != "q"]
    return ", ".join(filters + ["có từ tìm"] * ("q" in request.GET)) or "tất cả"


def name_of(kind):
    """The name of a model on screen; its label where it is gone from the code."""
    try:
        return capfirst(apps.get_model(kind)._meta.verbose_name)
    except LookupError:
        return kind
