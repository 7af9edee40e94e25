from django.contrib import admin

from accounts.admin.deleting import DeletingAdmin
from accounts.admin.filters import RoleFilter, StateFilter, UnitFilter
from accounts.admin.inviting import InvitingAdmin
from accounts.admin.lists import ListsAdmin
from accounts.admin.standing import StandingAdmin
from accounts.audit.roles import RolesAudit
from accounts.models import User
from accounts.roles import LABELS
from accounts.signing_in.fresh import FreshSignInAdmin


@admin.register(User)
class PersonAdmin(
    RolesAudit,
    FreshSignInAdmin,
    DeletingAdmin,
    ListsAdmin,
    InvitingAdmin,
    StandingAdmin,
    admin.ModelAdmin,
):
    """No passwords here: a person chooses one by a link, and nobody else learns it."""

    list_display = ["full_name", "username", "unit", "roles", "state", "valid_until"]
    list_display_links = ["full_name", "username"]
    list_filter = [StateFilter, RoleFilter, UnitFilter]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["username", "full_name", "email", "unit", "phone"]
    ordering = ["full_name", "username"]
    fieldsets = [
        (None, {"fields": ["full_name", "unit", "position", "phone", "email"]}),
        ("Tài khoản", {"fields": ["username", "state", "valid_until"]}),
        ("Vai trò", {"fields": ["groups", "is_staff", "is_superuser"]}),
        ("Thời gian", {"fields": ["last_login", "date_joined"]}),
    ]

    class Media:
        css = {"all": ["css/admin-accounts.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="trạng thái")
    def state(self, obj):
        return obj.state.label

    @admin.display(description="vai trò")
    def roles(self, obj):
        return ", ".join(LABELS.get(group.name, group.name) for group in obj.groups.all())

    def get_readonly_fields(self, request, obj=None):
        """Only a superuser makes a superuser."""
        fixed = ["state", "last_login", "date_joined"]
        return fixed if request.user.is_superuser else [*fixed, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        """Nobody takes over an account that may do more than their own."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def lookup_allowed(self, lookup, value, request):
        """A list narrowed down by letters of a password's hash would tell them one by one."""
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)
