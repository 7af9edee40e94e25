"""Dangerous steps ask for the password again, so that an unlocked screen or a stolen session does
not change who may do what."""

import time
from functools import wraps

from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import CharField, PasswordInput
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.second_factor import rules
from accounts.second_factor.forms import CodeForm
from accounts.sessions.store import SIGNED_IN_AT
from accounts.signing_in import throttle

OPENING = 10 * 60  # seconds since the password was given, to open a page of dangerous steps
SENDING = 30 * 60  # and to send its form, which takes a while to fill in


class ConfirmForm(CodeForm):
    """The password, and the code of who has a second factor."""

    password = CharField(
        label="Mật khẩu",
        strip=False,
        widget=PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    field_order = ["password", "code"]

    def __init__(self, request, *args, **kwargs):
        super().__init__(rules.authenticator_of(request.user), *args, **kwargs)
        self.request = request
        self.fields["code"].widget.attrs.pop("autofocus")
        if self.authenticator is None:
            del self.fields["code"]

    def clean_password(self):
        """Counted and slowed down like any sign-in."""
        name = self.request.user.get_username()
        throttle.wait(name)
        given = {"username": name, "password": self.cleaned_data["password"]}
        if authenticate(self.request, **given) != self.request.user:
            raise ValidationError("Mật khẩu không đúng.")
        return given["password"]

    def clean_code(self):
        """Not looked at beside a wrong password, or it would be used up."""
        return "" if "password" not in self.cleaned_data else super().clean_code()


def is_fresh(request):
    limit = OPENING if request.method in ("GET", "HEAD") else SENDING
    return time.time() - request.session.get(SIGNED_IN_AT, 0) < limit


def fresh_sign_in(view, back=None):
    """For views of who is signed in. `back` is the page to come back to where a form was sent too
    late; by default the view's own address."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.is_authenticated or is_fresh(request):
            return view(request, *args, **kwargs)
        sent = request.method == "POST"
        target = resolve_url(back) if back and sent else request.get_full_path()
        return redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': target})}")

    return wrapper


class FreshSignInAdmin:
    """Mixed into the admin of what gives people power, or changes the whole portal at once. Its
    list stays readable."""

    def own_path(self, route, view, name):
        """The pages of core.admin_pages.OwnPages, too."""
        meta = self.opts
        back = f"admin:{meta.app_label}_{meta.model_name}_changelist"
        return super().own_path(route, fresh_sign_in(view, back), name)

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST":
            return fresh_sign_in(super().changelist_view)(request, extra_context)
        return super().changelist_view(request, extra_context)

    @method_decorator(fresh_sign_in)
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    @method_decorator(fresh_sign_in)
    def delete_view(self, request, *args, **kwargs):
        return super().delete_view(request, *args, **kwargs)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def confirm(request):
    target = request.POST.get("next", request.GET.get("next", ""))
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = reverse("accounts:security")
    form = ConfirmForm(request, request.POST or None)
    if form.is_valid():
        request.session.cycle_key()
        request.session.renew()
        return redirect(target)
    return render(request, "accounts/confirm.html", {"form": form, "next": target})
