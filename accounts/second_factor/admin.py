from django.contrib import admin

from accounts import audit
from accounts.second_factor.models import Authenticator
from accounts.signing_in.fresh import FreshSignInAdmin
from core.admin_read_only import ReadOnlyAdmin


@admin.register(Authenticator)
class AuthenticatorAdmin(FreshSignInAdmin, ReadOnlyAdmin, admin.ModelAdmin):
    """Who has one; to delete it is to set it back, for somebody who lost phone and codes. The
    secret is shown to nobody."""

    list_display = ["person", "is_on", "confirmed_at", "asked_at"]
    list_select_related = ["person"]
    search_fields = ["person__username", "person__full_name"]
    fields = ["person", "confirmed_at", "asked_at"]

    @admin.display(description="đang bật", boolean=True)
    def is_on(self, authenticator):
        return authenticator.is_on

    def delete_model(self, request, obj):
        audit.record("second_factor", request.user, obj.person, "gỡ cho người khác")
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for authenticator in queryset.select_related("person"):
            self.delete_model(request, authenticator)

    def has_delete_permission(self, request, obj=None):
        """Not the own one, nor that of somebody who may do more."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None or obj.person is None:
            return allowed
        above = obj.person.is_superuser and not request.user.is_superuser
        return obj.person != request.user and not above
