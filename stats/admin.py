"""Where editors look the figures up, and an administrator sets the total of a former site."""

from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from accounts import audit
from core.admin_pages import OwnPages
from core.sheets import download
from core.vietnamese import thousands
from stats.figures import counted_now
from stats.models import VisitSummary
from stats.report import charts
from stats.report.figures import Report
from stats.report.files import write_csv, write_xlsx
from stats.report.spans import SpanForm, usual

FORMATS = {"xlsx": write_xlsx, "csv": write_csv}


@admin.register(VisitSummary)
class VisitSummaryAdmin(OwnPages, admin.ModelAdmin):
    """The list is a page of statistics; the one row holds the total of a former site."""

    fields = ["starting_total", "counted", "taken_at"]
    readonly_fields = ["counted", "taken_at"]

    class Media:
        css = {"all": ["css/admin-stats.css"]}

    def get_urls(self):
        return [self.own_path("tep/<slug:name>/", self.file_view, "file"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        summary, _ = VisitSummary.objects.get_or_create(only_row=True)
        form, span = SpanForm.of(request.GET)
        report = Report(span)
        context = self.page_context(
            request,
            "Số liệu truy cập",
            form=form,
            report=report,
            chart=charts.of_days(report),
            figures=counted_now().plus(summary.starting_total),
            usual=usual(),
            may_change=self.has_change_permission(request),
        )
        return TemplateResponse(request, "admin/stats/report.html", context)

    @method_decorator(require_POST)
    def file_view(self, request, name):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if name not in FORMATS:
            raise Http404
        _, span = SpanForm.of(request.GET)
        filename = f"thong-ke-{span.start:%Y%m%d}-{span.end:%Y%m%d}.{name}"
        response = download(filename, partial(FORMATS[name], Report(span)))
        audit.record("export", request.user, words=f"Thống kê truy cập {span}")
        return response

    def save_model(self, request, obj, form, change):
        """Only what was typed: the figures beside it may be newer than the form."""
        obj.save(update_fields=["starting_total"])
        audit.record("starting_total", request.user, obj, thousands(obj.starting_total))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
