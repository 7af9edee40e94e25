"""What the admin of every publication shares."""

from collections import Counter

from django.contrib import admin, messages

from core.searching import search_query
from core.vietnamese import repairs

admin.site.site_header = "Quản trị nội dung"
admin.site.site_title = "Quản trị"
admin.site.index_title = "Bàn làm việc"


class PublicationAdmin(admin.ModelAdmin):
    """Remembers who wrote, says what was repaired, and leaves publishing to those who may."""

    list_per_page = 50
    show_full_result_count = False
    search_fields = ["title"]
    publishing_fields = ["status", "published_at", "expires_at", "withdrawal_note"]
    publish_permission = ""

    def get_search_results(self, request, queryset, search_term):
        """By the words of the text, in any spelling of their accents."""
        if search_term.strip():
            queryset = queryset.filter(search=search_query(search_term))
        return queryset, False

    def get_readonly_fields(self, request, obj=None):
        if request.user.has_perm(self.publish_permission):
            return self.readonly_fields
        return [*self.readonly_fields, *self.publishing_fields]

    def has_change_permission(self, request, obj=None):
        """What the public sees is changed only by those who may publish."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or obj.status != obj.Status.PUBLISHED:
            return allowed
        return allowed and request.user.has_perm(self.publish_permission)

    def has_delete_permission(self, request, obj=None):
        """What was once published is withdrawn, never deleted."""
        once_public = obj is not None and obj.status in (obj.Status.PUBLISHED, obj.Status.WITHDRAWN)
        return super().has_delete_permission(request, obj) and not once_public

    def save_model(self, request, obj, form, change):
        obj.updated_by = request.user
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        self.tell_repairs(request, form)

    def tell_repairs(self, request, form):
        typed = (form.data.get(form.add_prefix(name)) or "" for name in form.changed_data)
        found = sum((repairs(text) for text in typed), Counter())
        if found:
            what = ", ".join(f"{name} ({count} chỗ)" for name, count in found.items())
            messages.info(request, f"Đã chuẩn hóa khi lưu: {what}.")
