from django import forms
from django.contrib import admin

from accounts.models import DataRequest, Holiday


class AnswerForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "answer" in self.fields:
            self.fields["answer"].required = True


class OpenFilter(admin.SimpleListFilter):
    title = "tình trạng"
    parameter_name = "tinh-trang"

    def lookups(self, request, model_admin):
        return [("xong", "Đã xử lý"), ("tat-ca", "Tất cả")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": "Chưa xử lý"}, *others]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset.waiting()
        return queryset.filter(done_at__isnull=False) if self.value() == "xong" else queryset


@admin.register(DataRequest)
class DataRequestAdmin(admin.ModelAdmin):
    """Saving an answer finishes a request. A deletion finishes with the account's own."""

    form = AnswerForm
    change_form_template = "admin/accounts/datarequest/change_form.html"
    list_display = ["name", "kind", "made_at", "due_on", "clock"]
    list_filter = [OpenFilter, "kind"]
    search_fields = ["name"]
    fields = ["kind", "asked_by", "name", "words", "made_at", "due_on", "clock", "answer"]
    readonly_fields = fields[:-1]

    class Media:
        css = {"all": ["css/admin-accounts.css"]}

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        calendar = Holiday.objects.calendar()
        for asked in changelist.result_list:
            asked.calendar = calendar
        return changelist

    @admin.display(description="còn lại")
    def clock(self, obj):
        return obj.clock

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.done_at)

    def save_model(self, request, obj, form, change):
        obj.finish(request.user, form.cleaned_data["answer"])
