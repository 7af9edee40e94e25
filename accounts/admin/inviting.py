"""Inviting one person, and giving anybody a new link: by e-mail or on a slip."""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.hashers import make_password
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from accounts.invitations.forms import InvitedForm
from accounts.invitations.letters import send_links_later
from accounts.invitations.sheets import A_SHEET, sheet
from core.admin_pages import OwnPages

POST_ONLY = method_decorator(require_POST)


class InvitingAdmin(OwnPages):
    """Mixed into the admin of accounts."""

    actions = ["print_slips", "send_letters"]
    invited_fieldsets = [
        (None, {"fields": ["full_name", "unit", "position", "phone", "email"]}),
        ("Tài khoản", {"fields": ["username", "valid_until", "groups"]}),
    ]

    def get_urls(self):
        return [
            self.own_path("<int:pk>/phieu/", self.slip_view, "slip"),
            self.own_path("<int:pk>/gui-lien-ket/", self.letter_view, "letter"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, **kwargs):
        if obj is None:
            kwargs["form"] = InvitedForm
        return super().get_form(request, obj, **kwargs)

    def get_fieldsets(self, request, obj=None):
        return super().get_fieldsets(request, obj) if obj else self.invited_fieldsets

    def add_view(self, request, form_url="", extra_context=None):
        context = {"title": "Mời một người"} | (extra_context or {})
        return super().add_view(request, form_url, context)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.password = make_password(None)
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        sent = send_links_later([obj], request.user)
        way = f"thư mời sẽ tới {obj.email}" if sent else "hãy in phiếu mời và trao tận tay"
        messages.success(request, f"Đã mời “{obj}”, tên đăng nhập {obj.username}; {way}.")
        return HttpResponseRedirect(self.address("change", obj.pk))

    @POST_ONLY
    def slip_view(self, request, pk):
        return self.slips(request, [self.person(request, pk)])

    @POST_ONLY
    def letter_view(self, request, pk):
        self.letters(request, [self.person(request, pk)])
        return HttpResponseRedirect(self.address("change", pk))

    @admin.action(description="In phiếu liên kết dùng một lần", permissions=["change"])
    def print_slips(self, request, queryset):
        people = self.reachable(request, queryset)
        if len(people) <= A_SHEET:
            return self.slips(request, people) if people else None
        messages.error(request, f"Mỗi lần in tối đa {A_SHEET} phiếu; hãy chọn ít người hơn.")
        return None

    @admin.action(description="Gửi liên kết dùng một lần qua email", permissions=["change"])
    def send_letters(self, request, queryset):
        self.letters(request, self.reachable(request, queryset))

    def reachable(self, request, queryset):
        """Those who may sign in and whom the asker may change; the others are named."""
        people = list(queryset)
        able = [p for p in people if p.may_sign_in and self.has_change_permission(request, p)]
        if len(able) < len(people):
            left = ", ".join(str(p) for p in people if p not in able)
            messages.warning(request, f"Bỏ qua (tạm khóa, hết hạn hoặc không được sửa): {left}.")
        return able

    def slips(self, request, people):
        return sheet(request, people, self.page_context(request, "Phiếu liên kết dùng một lần"))

    def letters(self, request, people):
        if not settings.EMAIL_HOST:
            messages.error(request, "Trang chưa cấu hình thư điện tử (EMAIL_URL); hãy in phiếu.")
            return
        sent = send_links_later(people, request.user)
        messages.success(request, f"Đang gửi {sent} thư.")
        if sent < len(people):
            messages.warning(request, f"{len(people) - sent} người không có email; hãy in phiếu.")
