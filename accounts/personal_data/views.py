"""A person's own pages."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import PasswordChangeView
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.invitations.letters import send_link
from accounts.links import OwnPasswordForm
from accounts.models import DataRequest, Purpose
from accounts.models.wishes import WORKING_DAYS
from accounts.personal_data.collecting import collected
from accounts.personal_data.forms import DataRequestForm, OwnFactsForm
from accounts.roles import LABELS
from core.vietnamese import day_words
from pages.models import SiteSettings


@never_cache
@login_required
@require_safe
def profile(request):
    roles = [LABELS.get(group.name, group.name) for group in request.user.groups.all()]
    asked = request.user.data_requests.all()
    return render(request, "accounts/profile.html", {"roles": roles, "data_requests": asked})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request):
    form = OwnFactsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        keep(request, form)
        return redirect("accounts:profile")
    return render(request, "accounts/facts.html", {"form": form})


def keep(request, form):
    person, email = request.user, form.new_email
    if email and settings.EMAIL_HOST:
        send_link(person, Purpose.EMAIL, person, email)
        messages.info(request, f"Đã gửi thư xác nhận tới {email}. Mở liên kết trong thư để đổi.")
    elif email is not None:
        person.email = email
    person.save(update_fields=["unit", "position", "phone", "email"])
    messages.success(request, "Đã lưu thông tin.")


@method_decorator(never_cache, name="dispatch")
class ChangePasswordView(PasswordChangeView):
    """Other browsers are signed out; this one stays."""

    form_class = OwnPasswordForm
    template_name = "accounts/change_password.html"
    success_url = reverse_lazy("accounts:profile")

    def form_valid(self, form):
        messages.success(self.request, "Đã đổi mật khẩu. Các máy khác đã thoát.")
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"site": SiteSettings.load()}


@never_cache
@login_required
@require_safe
def own_data(request):
    """Everything that is kept of the asker, to take along."""
    response = JsonResponse(
        collected(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    name = f"du-lieu-{request.user.pk}-{localdate():%Y%m%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    mine = DataRequest(asked_by=request.user, name=str(request.user))
    form = DataRequestForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        asked = form.save()
        messages.success(
            request, f"Đã nhận yêu cầu; Ban trả lời chậm nhất ngày {day_words(asked.due_on)}."
        )
        return redirect("accounts:profile")
    return render(request, "accounts/data_request.html", {"form": form, "days": WORKING_DAYS})
