"""The lists behind the numbers of the desk, and filters that several admins have."""

from django.contrib import admin
from django.utils import timezone

WAITING, RETURNED, SCHEDULED, TODAY, STALE = "cho-toi", "tra-lai", "hen-gio", "hom-nay", "qua-han"
LABELS = {
    WAITING: "Chờ tôi xử lý",
    RETURNED: "Trả lại cho tôi",
    SCHEDULED: "Sắp đăng theo hẹn",
    TODAY: "Đăng hôm nay",
    STALE: "Quá ngày xem lại",
}


def narrowed(publications, value, person):
    """Those of a queryset that one of the desk's lists shows to this person."""
    words = {
        WAITING: lambda: publications.waiting_for(person),
        RETURNED: lambda: publications.returned_to(person),
        SCHEDULED: lambda: publications.scheduled(),
        TODAY: lambda: publications.published_on(timezone.localdate()),
        STALE: lambda: publications.stale_on(timezone.localdate()),
    }
    return words[value]() if value in words else publications


class DeskFilter(admin.SimpleListFilter):
    title = "bàn làm việc"
    parameter_name = "viec"

    def lookups(self, request, model_admin):
        return LABELS.items()

    def queryset(self, request, queryset):
        return narrowed(queryset, self.value(), request.user)


class StateFilter(admin.SimpleListFilter):
    """The state; what lies in the bin is listed only when it is asked for."""

    title = "trạng thái"
    parameter_name = "trang-thai"

    def lookups(self, request, model_admin):
        return model_admin.model.Status.choices

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() else queryset.in_hand()


class DoneFilter(admin.SimpleListFilter):
    """Whether the moment of `field` is written. `labels`: of what waits, of what is done."""

    field = ""
    labels = ()

    def lookups(self, request, model_admin):
        return zip(("cho", "xong"), self.labels, strict=True)

    def queryset(self, request, queryset):
        if self.value() not in ("cho", "xong"):
            return queryset
        return queryset.filter(**{f"{self.field}__isnull": self.value() == "cho"})
