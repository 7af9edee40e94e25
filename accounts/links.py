"""The pages behind a one-time link. Looking uses nothing up: mail programs look, too."""

from functools import wraps

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.db import IntegrityError, transaction
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import OneTimeLink, Purpose
from core.pagecache import PRIVATE


def secret_page(view):
    """Never kept, and its address goes to no other site."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = never_cache(view)(request, *args, **kwargs)
        response["Cache-Control"] = PRIVATE
        response["Referrer-Policy"] = "same-origin"
        return response

    return require_http_methods(["GET", "HEAD", "POST"])(wrapper)


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Mã",
        max_length=40,
        help_text="16 chữ và số in trên phiếu; gạch nối, chữ hoa hay thường đều được.",
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "autocomplete": "one-time-code", "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        if OneTimeLink.objects.find(code) is None:
            raise forms.ValidationError("Mã không đúng, đã dùng hoặc đã hết hạn.")
        return "".join(c for c in code.lower() if c.isascii() and c.isalnum())


class NewPassword:
    """Mixed into a form in which a person chooses a password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "Mật khẩu mới"
        self.fields["new_password1"].help_text = (
            "Ít nhất 10 ký tự. Cách dễ nhớ: bốn, năm tiếng không liên quan tới nhau. "
            "Không dùng tên của mình hay từ nhiều người dùng."
        )
        self.fields["new_password2"].label = "Gõ lại mật khẩu"
        self.fields["new_password2"].help_text = ""


class ChoosePasswordForm(NewPassword, SetPasswordForm):
    """By a link."""


class OwnPasswordForm(NewPassword, PasswordChangeForm):
    """With the present one."""


@secret_page
def type_code(request):
    """For those who hold a slip and cannot read its picture."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("accounts:link", form.cleaned_data["code"])
    return render(request, "accounts/code.html", {"form": form})


@secret_page
def follow(request, code):
    link = OneTimeLink.objects.find(code)
    if link is None:
        return render(request, "accounts/link_over.html", status=410)
    page = confirm_email if link.purpose == Purpose.EMAIL else choose_password
    return page(request, code, link)


def confirm_email(request, code, link):
    if request.method != "POST":
        return render(request, "accounts/confirm_email.html", {"link": link})
    try:
        with transaction.atomic():
            link = OneTimeLink.objects.take(code)
            if link:
                link.person.email = link.email
                link.person.save(update_fields=["email"])
    except IntegrityError:  # the address became another account's meanwhile
        link = None
    if link is None:
        return render(request, "accounts/link_over.html", status=410)
    return render(request, "accounts/email_confirmed.html", {"link": link})


def choose_password(request, code, link):
    form = ChoosePasswordForm(link.person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return password_chosen(request, code, form)
    context = {"form": form, "link": link, "invited": link.purpose == Purpose.INVITATION}
    return render(request, "accounts/choose_password.html", context)


@transaction.atomic
def password_chosen(request, code, form):
    """The link, its sisters and every session end with the password."""
    link = OneTimeLink.objects.take(code)
    if link is None:
        return render(request, "accounts/link_over.html", status=410)
    form.user = link.person
    form.save()
    link.person.links.filter(used_at=None).exclude(purpose=Purpose.EMAIL).delete()
    return render(request, "accounts/password_chosen.html", {"person": link.person})
