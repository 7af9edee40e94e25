"""Royalties of a period as a file, for the accountant."""

import re
from datetime import date, timedelta
from functools import partial

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from accounts import audit
from core.sheets import download
from news.models import RoyaltyExport
from news.royalties import Royalties
from news.royalty_files import write_csv, write_xlsx

FORMATS = {"xlsx": write_xlsx, "csv": write_csv}
EARLIEST = date(1990, 1, 1)
MOST = 100_000_000  # đồng; a slip of the keys, not a value
LISTED = 10


class DongField(forms.IntegerField):
    """An amount as it is written here: 234.000."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value):
        return super().to_python(re.sub(r"[.\s]", "", value) if isinstance(value, str) else value)


class RoyaltiesForm(forms.Form):
    start = forms.DateField(
        label="Từ ngày",
        validators=[MinValueValidator(EARLIEST)],
        help_text="Ngày/tháng/năm, theo ngày đăng bài.",
    )
    end = forms.DateField(label="Đến hết ngày")
    unit = DongField(
        label="Giá trị một đơn vị hệ số (đồng)",
        validators=[MinValueValidator(1), MaxValueValidator(MOST)],
        help_text="Bằng 10% mức lương cơ sở (Nghị định 18/2014).",
    )
    file_format = forms.ChoiceField(
        label="Dạng tệp",
        choices=[
            ("xlsx", "Excel (.xlsx): tổng hợp và chi tiết"),
            ("csv", "CSV (.csv): chi tiết"),
        ],
    )

    def clean(self):
        given = super().clean()
        if given.get("start") and given.get("end") and given["start"] > given["end"]:
            self.add_error("end", "Ngày cuối phải sau ngày đầu.")
        if given.get("end") and given["end"] > localdate():
            self.add_error("end", "Ngày cuối không thể sau hôm nay.")
        if not self.errors and not self.royalties().articles().exists():
            self.add_error(None, "Không có bài nào đăng trong thời gian này.")
        return given

    def royalties(self):
        return Royalties(*(self.cleaned_data[name] for name in ("start", "end", "unit")))


class RoyaltiesAdmin:
    """Mixed into the admin of articles."""

    def get_urls(self):
        return [
            self.own_path("nhuan-but/", self.royalties_view, "royalties"),
            *super().get_urls(),
        ]

    def royalties_view(self, request):
        if not request.user.has_perm("news.export_royalties"):
            raise PermissionDenied
        form = RoyaltiesForm(request.POST or None, initial=last_month())
        if request.method == "POST" and form.is_valid():
            return self.royalties_file(request, form)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Xuất nhuận bút",
            "form": form,
            "exports": RoyaltyExport.objects.select_related("made_by")[:LISTED],
            "media": self.media,
        }
        return TemplateResponse(request, "admin/news/article/royalties.html", context)

    def royalties_file(self, request, form):
        royalties = form.royalties()
        name = form.cleaned_data["file_format"]
        filename = f"nhuan-but-{royalties.start:%Y%m%d}-{royalties.end:%Y%m%d}.{name}"
        response = download(filename, partial(FORMATS[name], royalties))
        RoyaltyExport.objects.create(
            start=royalties.start, end=royalties.end, unit=royalties.unit, made_by=request.user
        )
        audit.record("export", request.user, words=f"Nhuận bút {royalties.start} – {royalties.end}")
        return response


def last_month():
    """What the form begins with; the unit is that of the last export."""
    end = localdate().replace(day=1) - timedelta(days=1)
    last = RoyaltyExport.objects.first()
    return {"start": end.replace(day=1), "end": end, "unit": last.unit if last else None}
