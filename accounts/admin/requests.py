from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from accounts.invitations.letters import send_links_later
from accounts.models import AccountRequest
from accounts.models.requests import DecidedError
from core.admin_pages import OwnPages

POST_ONLY = method_decorator(require_POST)


class WaitingFilter(admin.SimpleListFilter):
    """What waits stands first and alone; the rest when it is asked for."""

    title = "kết quả"
    parameter_name = "ket-qua"

    def lookups(self, request, model_admin):
        return [("duyet", "Đã duyệt"), ("tu-choi", "Từ chối"), ("tat-ca", "Tất cả")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": "Chờ duyệt"}, *others]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset.waiting()
        wanted = {"duyet": {"is_approved": True}, "tu-choi": {"is_approved": False}}
        return queryset.filter(**wanted.get(self.value(), {}))


class RefusalForm(forms.Form):
    reason = forms.CharField(label="Lý do từ chối", max_length=300)


@admin.register(AccountRequest)
class AccountRequestAdmin(OwnPages, admin.ModelAdmin):
    """Approving is inviting: the account is made, its person gets a link."""

    change_form_template = "admin/accounts/accountrequest/change_form.html"
    list_display = ["full_name", "unit", "role", "made_at", "state"]
    list_filter = [WaitingFilter, "role"]
    search_fields = ["full_name", "unit", "email", "phone"]
    list_select_related = ["person"]
    fields = [
        *("full_name", "unit", "position", "phone", "email", "role", "words"),
        *("made_at", "state", "decided_at", "decided_by", "person", "reason"),
    ]
    readonly_fields = ["made_at", "state", "decided_at", "decided_by", "person", "reason"]

    class Media:
        css = {"all": ["css/admin-accounts.css"]}

    @admin.display(description="kết quả")
    def state(self, obj):
        return obj.state

    def get_urls(self):
        return [
            self.own_path("<int:pk>/duyet/", self.approve_view, "approve"),
            self.own_path("<int:pk>/tu-choi/", self.refuse_view, "refuse"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.decided_at)

    def may_decide(self, request):
        return super().has_change_permission(request) and request.user.has_perm("accounts.add_user")

    def asked(self, request, pk):
        asked = self.get_object(request, str(pk))
        if asked is None:
            raise Http404
        if not self.may_decide(request):
            raise PermissionDenied
        return asked

    @POST_ONLY
    def approve_view(self, request, pk):
        asked = self.asked(request, pk)
        try:
            person = asked.approve(request.user)
        except DecidedError as error:
            messages.error(request, str(error))
        except ValidationError as error:
            messages.error(request, f"Chưa duyệt được: {' '.join(error.messages)}")
        else:
            sent = send_links_later([person], request.user)
            way = f"thư mời sẽ tới {person.email}" if sent else "hãy in phiếu và trao tận tay"
            messages.success(request, f"Đã mời “{person}”; {way}.")
            return redirect("admin:accounts_user_change", person.pk)
        return HttpResponseRedirect(self.address("change", pk))

    @POST_ONLY
    def refuse_view(self, request, pk):
        asked, form = self.asked(request, pk), RefusalForm(request.POST)
        if not form.is_valid():
            messages.error(request, "Hãy ghi lý do từ chối (tối đa 300 ký tự).")
            return HttpResponseRedirect(self.address("change", pk))
        try:
            asked.refuse(request.user, form.cleaned_data["reason"])
        except DecidedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"Đã từ chối đề nghị của “{asked}”.")
        return HttpResponseRedirect(self.address("changelist"))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_decide"] = obj and not obj.decided_at and self.may_decide(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
