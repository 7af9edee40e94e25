"""Inviting by a list: upload, preview, carry out, slips."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from accounts.invitations.carrying_out import DoneError, carry_out
from accounts.invitations.forms import ConfirmForm, ListForm
from accounts.invitations.planning import Outcome, counts, plan
from accounts.invitations.sheets import A_SHEET, sheet
from accounts.models import InvitationList, State, User
from accounts.roles import LABELS
from core.admin_pages import OwnPages

# Rows that the preview shows of each outcome; the errors are why one looks.
SHOWN = {Outcome.ERROR: 500, Outcome.UPDATE: 200, Outcome.INVITE: 100, Outcome.SAME: 20}
LISTED = 10
AGAIN = "Danh sách tài khoản vừa thay đổi. Hãy xem lại bản dưới đây rồi thực hiện."


class ListsAdmin(OwnPages):
    """Mixed into the admin of accounts."""

    change_list_template = "admin/accounts/user/change_list.html"

    def get_urls(self):
        return [
            self.own_path("danh-sach/", self.upload_view, "lists"),
            self.own_path("danh-sach/<int:pk>/", self.list_view, "list"),
            self.own_path("danh-sach/<int:pk>/phieu/", self.list_slips_view, "list_slips"),
            *super().get_urls(),
        ]

    def upload_view(self, request):
        self.ask_to_invite(request)
        form = ListForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            kept = form.keep(request.user)
            return HttpResponseRedirect(self.address("list", kept.pk))
        known = InvitationList.objects.select_related("made_by").order_by("-pk")[:LISTED]
        context = self.page_context(request, "Mời theo danh sách", form=form, lists=known)
        return TemplateResponse(request, "admin/accounts/upload.html", context)

    def ask_to_invite(self, request):
        if not self.has_add_permission(request) or not self.has_change_permission(request):
            raise PermissionDenied

    def list_view(self, request, pk):
        self.ask_to_invite(request)
        known = get_object_or_404(InvitationList.objects.select_related("role"), pk=pk)
        if known.confirmed_at:
            return self.done_page(request, known)
        form = ConfirmForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            return self.carried_out(request, pk, mail=form.cleaned_data.get("mail", False))
        return self.preview_page(request, known, form)

    def preview_page(self, request, known, form):
        lines = plan(known.rows, known.role.name, request.user)
        groups = [
            (outcome, number, [line for line in lines if line.outcome == outcome][: SHOWN[outcome]])
            for outcome, number in counts(lines).items()
        ]
        role = LABELS.get(known.role.name, known.role.name)
        context = {"list": known, "groups": groups, "form": form, "role": role}
        context["writes"] = any(n for o, n, _ in groups if o in (Outcome.INVITE, Outcome.UPDATE))
        context = self.page_context(request, f"Xem trước: {known}", **context)
        return TemplateResponse(request, "admin/accounts/preview.html", context)

    def carried_out(self, request, pk, *, mail):
        try:
            result = carry_out(pk, request.user, mail=mail)
        except (DoneError, IntegrityError) as error:
            messages.error(request, str(error) if isinstance(error, DoneError) else AGAIN)
        else:
            done = result.counts
            messages.success(
                request,
                f"Đã mời {done[Outcome.INVITE]} người, cập nhật {done[Outcome.UPDATE]}, "
                f"bỏ qua {done[Outcome.ERROR]} dòng lỗi. Đang gửi {result.sent} thư.",
            )
        return HttpResponseRedirect(self.address("list", pk))

    def done_page(self, request, known):
        """Who has not chosen a password yet, in portions that a sheet can hold."""
        number = self.waiting(known).count()
        starts = range(0, number, A_SHEET)
        portions = [(start, start + 1, min(start + A_SHEET, number)) for start in starts]
        context = {"list": known, "waiting": number, "portions": portions}
        context = self.page_context(request, str(known), **context)
        return TemplateResponse(request, "admin/accounts/done.html", context)

    def waiting(self, known):
        return User.objects.filter(pk__in=known.invited).in_state(State.INVITED).order_by("pk")

    @method_decorator(require_POST)
    def list_slips_view(self, request, pk):
        self.ask_to_invite(request)
        known = get_object_or_404(InvitationList, pk=pk)
        start = request.POST.get("start", "0")
        start = int(start) if start.isdecimal() and len(start) < 6 else 0
        people = list(self.waiting(known)[start : start + A_SHEET])
        return sheet(request, people, self.page_context(request, f"Phiếu mời: {known}"))
