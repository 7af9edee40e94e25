"""The list of uploaded files: what waits, what failed and why, what was refused."""

from django.contrib import admin, messages

from core.admin_read_only import ReadOnlyAdmin
from files.gate import attachments_of
from files.models import StoredFile
from files.models.stored import RefusedFileError


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnlyAdmin, admin.ModelAdmin):
    """Looked at, never changed; two actions."""

    list_display = ["__str__", "state", "uploaded_by", "uploaded_at", "page_count", "is_scan",
                    "error"]  # fmt: skip
    list_filter = ["state", "is_scan", "is_recognised", "extension"]
    list_select_related = ["uploaded_by"]
    search_fields = ["checksum"]
    show_full_result_count = False
    actions = ["read_again", "allow"]
    fields = [
        "checksum", "extension", "size", "state", "where", "uploaded_by", "uploaded_at",
        "declared_by", "declared_at", "reason", "refused_at", "allowed_by", "allowed_at",
        "read_at", "page_count", "drawn", "is_scan", "is_recognised", "note", "attempts", "error",
    ]  # fmt: skip
    readonly_fields = fields

    def has_delete_permission(self, request, obj=None):
        return False

    def has_allow_permission(self, request):
        return request.user.has_perm("files.allow_storedfile")

    @admin.display(description="đính kèm ở")
    def where(self, stored):
        return "; ".join(str(attachment.owner) for attachment in attachments_of(stored)) or "–"

    @admin.action(description="Đọc lại tệp", permissions=["view"])
    def read_again(self, request, queryset):
        for stored in queryset.exclude(content=""):
            stored.read_again()
        messages.success(request, "Các tệp đã chọn sẽ được đọc lại trong ít phút.")

    @admin.action(description="Cho phép gửi lại (báo động nhầm)", permissions=["allow"])
    def allow(self, request, queryset):
        for stored in queryset:
            try:
                stored.allow(request.user)
            except RefusedFileError as error:
                messages.error(request, f"{stored}: {error}")
            else:
                messages.success(request, f"{stored}: được phép gửi lại.")
