from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from accounts import audit
from accounts.signing_in.fresh import FreshSignInAdmin

admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(FreshSignInAdmin, GroupAdmin):
    """Django's own, for who gave the password lately; what it changes is in the log."""

    def save_related(self, request, form, formsets, change):
        before = names(form.instance) if change else set()
        super().save_related(request, form, formsets, change)
        after = names(form.instance)
        told = [f"thêm {name}" for name in sorted(after - before)]
        told += [f"bớt {name}" for name in sorted(before - after)]
        if told:
            audit.record("permissions", request.user, form.instance, "; ".join(told))

    def delete_model(self, request, obj):
        audit.record("permissions", request.user, obj, "xóa vai trò")
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for group in queryset:
            self.delete_model(request, group)


def names(group):
    return set(group.permissions.values_list("name", flat=True))
