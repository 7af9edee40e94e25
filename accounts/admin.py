from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.utils.decorators import method_decorator

from accounts.models import User
from accounts.second_factor.admin import AuthenticatorAdmin
from accounts.signing_in.fresh import FreshSignInAdmin, fresh_sign_in

__all__ = ["AuthenticatorAdmin", "PersonAdmin", "RoleAdmin"]

admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(FreshSignInAdmin, GroupAdmin):
    """Django's own, for who gave the password lately."""


@admin.register(User)
class PersonAdmin(FreshSignInAdmin, UserAdmin):
    list_display = ["username", "full_name", "email", "is_staff", "is_active"]
    list_filter = ["groups", "is_staff", "is_active"]
    search_fields = ["username", "full_name", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Người dùng", {"fields": ["full_name", "email"]}),
        ("Vai trò", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("Thời gian", {"fields": ["last_login", "date_joined"]}),
    ]
    filter_horizontal = ["groups"]

    def get_readonly_fields(self, request, obj=None):
        """Only a superuser makes a superuser."""
        fixed = ["last_login", "date_joined"]
        return fixed if request.user.is_superuser else [*fixed, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        """Nobody takes over an account that may do more than their own."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    @method_decorator(fresh_sign_in)
    def user_change_password(self, request, id, form_url=""):  # noqa: A002 - Django's name
        return super().user_change_password(request, id, form_url)
