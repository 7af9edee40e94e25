"""A forgotten password. Who asks learns nothing of who has an account: neither by the words nor
by the work done."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.invitations.letters import AGAIN, send_link
from accounts.limits import is_too_often
from accounts.links import secret_page
from accounts.models import User

OFTEN = "Nơi này vừa gửi nhiều yêu cầu. Xin thử lại sau một giờ."
PAUSE = timedelta(minutes=10)  # between two letters to one person


class ResetForm(forms.Form):
    who = forms.CharField(
        label="Email hoặc tên đăng nhập",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )

    def person(self):
        who = self.cleaned_data["who"].strip()
        known = User.objects.filter(Q(username__iexact=who) | Q(email__iexact=who))
        return known.first()


@secret_page
def reset(request):
    """Offered where the site can send letters; else the page tells whom to ask."""
    if not settings.EMAIL_HOST:
        return render(request, "accounts/reset.html")
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if is_too_often(request, "reset"):
            form.add_error(None, OFTEN)
            return render(request, "accounts/reset.html", {"form": form})
        person = form.person()
        mail_reset.defer(person_id=person and person.pk)
        return render(request, "accounts/reset_sent.html")
    return render(request, "accounts/reset.html", {"form": form})


@app.task(retry=AGAIN, pass_context=False)
def mail_reset(person_id: int | None) -> None:
    """The letter, if there is somebody to write to; one in a while, whoever asks how often."""
    person = User.objects.may_sign_in().exclude(email="").filter(pk=person_id).first()
    if person and not person.links.filter(made_at__gt=timezone.now() - PAUSE).exists():
        send_link(person)
