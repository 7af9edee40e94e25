"""By what the list of accounts is narrowed down."""

from django.contrib import admin

from accounts.models import State, User
from accounts.roles import LABELS

MANY = 200  # units that a list of links can show


class StateFilter(admin.SimpleListFilter):
    title = "trạng thái"
    parameter_name = "trang-thai"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        return queryset.in_state(self.value()) if self.value() in State.values else queryset


class RoleFilter(admin.SimpleListFilter):
    title = "vai trò"
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return LABELS.items()

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class UnitFilter(admin.SimpleListFilter):
    """The units that there are; with too many to choose from, the search field finds them."""

    title = "đơn vị"
    parameter_name = "don-vi"

    def lookups(self, request, model_admin):
        known = User.objects.exclude(unit="").order_by("unit").values_list("unit", flat=True)
        units = list(known.distinct()[: MANY + 1])
        return [(unit, unit) for unit in units] if len(units) <= MANY else []

    def queryset(self, request, queryset):
        return queryset.filter(unit=self.value()) if self.value() else queryset
