"""What the admin of every publication shares."""

from collections import Counter

from django.contrib import admin, messages
from django.db import connection
from django.forms import Script

from core.admin_choosing import ChoosingAdmin
from core.admin_editing import EditingAdmin
from core.admin_filters import DeskFilter, StateFilter
from core.admin_names import NamedInputsAdmin
from core.admin_preview import PreviewAdmin
from core.admin_steps import StepsAdmin
from core.admin_versions import VersionsAdmin
from core.vietnamese import repairs
from core.workflow import CORRECTION

admin.site.site_header = "Quản trị nội dung"
admin.site.site_title = "Quản trị"
admin.site.index_title = "Bàn làm việc"


class PublicationAdmin(
    StepsAdmin,
    PreviewAdmin,
    VersionsAdmin,
    EditingAdmin,
    ChoosingAdmin,
    NamedInputsAdmin,
    admin.ModelAdmin,
):
    """Remembers who wrote what, says what was repaired, and leaves each text to those who may
    change it in its state. The state itself is changed by the steps alone."""

    list_per_page = 50
    show_full_result_count = False
    search_fields = ["title"]
    view_on_site = False
    change_form_template = "admin/publication/change_form.html"
    publishing_fields = ["state", "published_at", "expires_at", "withdrawal_note", "review_by"]
    list_filter = [DeskFilter, StateFilter]

    class Media:
        css = {"all": ["css/admin-newsroom.css", "css/library-admin.css", "css/admin-chooser.css"]}
        js = [
            Script("js/admin/autosave.js", type="module"),
            Script("js/library/chooser.js", type="module"),
        ]

    @admin.display(description="trạng thái", ordering="status")
    def state(self, obj):
        return f"Bản sửa: {obj.state_label}" if obj.is_copy else obj.state_label

    def get_search_results(self, request, queryset, search_term):
        """By the words of the text, in any spelling of their accents."""
        if search_term.strip():
            queryset = queryset.matching(search_term)
        return queryset, False

    def get_readonly_fields(self, request, obj=None):
        fixed = [*self.readonly_fields, "state", "published_at", "withdrawal_note"]
        may_publish = self.model().allows(request.user, "publish")
        return fixed if may_publish else [*fixed, "expires_at"]

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.may_be_edited_by(request.user))

    def has_delete_permission(self, request, obj=None):
        """Drafts go to the bin, what was public is withdrawn, a working copy is discarded."""
        return False

    def get_object(self, request, object_id, from_field=None):
        """Locked while it is being saved, so that two saves see each other."""
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method == "POST" and connection.in_atomic_block:
            found.lock()
            found.refresh_from_db()
        return found

    def save_model(self, request, obj, form, change):
        obj.updated_by = request.user
        if change:
            obj.locked().keep_stored()
        else:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        self.tell_repairs(request, form)

    def save_related(self, request, form, formsets, change):
        """The version is written last: it has the tags of the same save."""
        super().save_related(request, form, formsets, change)
        changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        if changed or not change:
            obj = form.instance
            obj.remember(request.user, new=not change)
            if obj.status == obj.Status.PUBLISHED:
                obj.log(CORRECTION, request.user)

    def tell_repairs(self, request, form):
        typed = (form.data.get(form.add_prefix(name)) or "" for name in form.changed_data)
        found = sum((repairs(text) for text in typed), Counter())
        if found:
            what = ", ".join(f"{name} ({count} chỗ)" for name, count in found.items())
            messages.info(request, f"Đã chuẩn hóa khi lưu: {what}.")
