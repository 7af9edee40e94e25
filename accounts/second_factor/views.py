"""Setting up the second factor, recovery codes, remembered devices; the step after a password."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import audit
from accounts.second_factor import qr, rules
from accounts.second_factor.forms import SetUpForm, SignInCodeForm
from accounts.second_factor.middleware import DUE
from accounts.second_factor.models import REMEMBERED, Authenticator, RememberedDevice, new_secret
from accounts.second_factor.sealing import seal, unseal
from accounts.sessions.devices import words
from accounts.signing_in import entering
from accounts.signing_in.fresh import fresh_sign_in
from pages.models import SiteSettings

COOKIE = "thiet-bi"
COOKIE_PATH = "/tai-khoan/dang-nhap/"  # sent where it is read, and nowhere else
NEW_SECRET = "sealed_second_factor"  # noqa: S105 - in the session, until its first code was right

on_the_security_page = partial(fresh_sign_in, back="accounts:security")


@never_cache
@require_http_methods(["GET", "POST"])
def code(request):
    """After a right password: the code, unless this browser is remembered."""
    person, address = entering.pending(request)
    authenticator = rules.authenticator_of(person) if person else None
    if authenticator is None:
        return redirect("accounts:sign_in")
    if authenticator.remembers(request.COOKIES.get(COOKIE, "")):
        return entering.complete(request, person, address)
    form = SignInCodeForm(authenticator, request.POST or None)
    if not form.is_valid():
        if form.is_bound:
            audit.record("sign_in_failed", about=person, words="mã xác thực lớp hai")
        return render(request, "accounts/second_factor/code.html", {"form": form})
    response = entering.complete(request, person, address)
    if form.cleaned_data["remember"]:
        remember(request, response, authenticator)
    return response


def remember(request, response, authenticator):
    token = authenticator.remember(words(request.headers.get("User-Agent", "")))
    response.set_cookie(
        COOKIE,
        token,
        max_age=REMEMBERED,
        path=COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


@never_cache
@login_required
@fresh_sign_in
@require_http_methods(["GET", "POST"])
def set_up(request):
    """A new secret to scan; in force once its first code was right. Also for a new phone."""
    secret = secret_to_set_up(request)
    form = SetUpForm(secret, request.POST or None)
    if form.is_valid():
        authenticator = Authenticator.objects.of(request.user)
        authenticator.switch_on(secret, form.step)
        audit.record("second_factor", request.user, request.user, "bật, hoặc đổi điện thoại")
        del request.session[NEW_SECRET]
        request.session.pop(DUE, None)
        return show_codes(request, authenticator)
    address = qr.address(secret, request.user.username, SiteSettings.load().name)
    context = {
        "form": form,
        "picture": qr.picture(address),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "address": address,
        "due": request.session.get(DUE),
    }
    return render(request, "accounts/second_factor/set_up.html", context)


def secret_to_set_up(request):
    """The same until its code was given; sealed, since sessions stand in the database too."""
    if NEW_SECRET not in request.session:
        request.session[NEW_SECRET] = seal(new_secret())
    return unseal(request.session[NEW_SECRET])


def show_codes(request, authenticator):
    """Once: what is kept of them cannot be shown again."""
    codes = authenticator.new_recovery_codes()
    return render(request, "accounts/second_factor/codes.html", {"codes": codes})


@never_cache
@login_required
@require_POST
@on_the_security_page
def new_codes(request):
    authenticator = rules.authenticator_of(request.user)
    if not authenticator:
        return redirect("accounts:set_up")
    audit.record("second_factor", request.user, request.user, "mã dự phòng mới")
    return show_codes(request, authenticator)


@login_required
@require_POST
@on_the_security_page
def switch_off(request):
    """For those of whom it is not asked."""
    if rules.is_required(request.user):
        messages.error(request, "Vai trò của Ông (bà) cần xác thực hai lớp nên không tắt được.")
    else:
        Authenticator.objects.filter(person=request.user).delete()
        audit.record("second_factor", request.user, request.user, "tắt")
        messages.success(request, "Đã tắt xác thực hai lớp.")
    return redirect("accounts:security")


@login_required
@require_POST
def forget_device(request, pk):
    """One that is gone meanwhile is forgotten."""
    RememberedDevice.objects.filter(pk=pk, authenticator__person=request.user).delete()
    messages.success(request, "Đã quên thiết bị; lần đăng nhập sau, thiết bị đó phải nhập mã.")
    return redirect("accounts:security")
