"""What everybody sees is in the audit log when it changes."""

from accounts import audit


class ToldAdmin:
    """Mixed into the admin of a part of the face: its additions, changes and deletions."""

    def log_addition(self, request, obj, message):
        audit.record("face", request.user, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        audit.record("face", request.user, obj)
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            audit.record("face", request.user, obj, "Xóa")
        return super().log_deletions(request, queryset)
