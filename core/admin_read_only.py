"""Rows that nobody types."""


class ReadOnlyAdmin:
    """Mixed into the admin of what the portal itself writes: looked at, never added or changed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
