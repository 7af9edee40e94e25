from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from accounts.models import User
from accounts.second_factor.admin import AuthenticatorAdmin

__all__ = ["AuthenticatorAdmin", "PersonAdmin"]


@admin.register(User)
class PersonAdmin(UserAdmin):
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
