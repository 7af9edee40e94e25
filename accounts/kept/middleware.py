"""Notices that a form was answered by the way to the sign-in page."""

from urllib.parse import urlencode, urlsplit

from django.http import HttpResponseRedirect
from django.urls import reverse

from accounts.kept.models import KeptForm, fields_of

GIVEN_BACK = "_kept"  # the field by which a form that was given back names itself
DOORS = ("accounts:sign_in", "admin:login")


class KeptFormMiddleware:
    """Stands inside the sessions' middleware and the one that knows the user."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "POST" or not is_navigation(request) or response.status_code != 302:
            return response
        person_id = asked_again(request, response)
        if person_id and fields_of(request.POST):  # a button alone is pressed again
            return kept(request, person_id)
        if request.user.is_authenticated and request.POST.get(GIVEN_BACK, "").isdecimal():
            own = KeptForm.objects.filter(person=request.user)
            own.filter(pk=request.POST[GIVEN_BACK][:18]).delete()
        return response


def is_navigation(request):
    """Not a script's own request, which looks after its text itself."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def asked_again(request, response):
    """Who has to give the password before this form is taken: the person whose session is over,
    or who is signed in for too long for a dangerous step. None where the form went through, and
    for strangers, whose text is nobody's."""
    target = urlsplit(response["Location"])
    if "next=" not in target.query:
        return None
    if request.user.is_authenticated:
        return request.user.pk if target.path == reverse("accounts:confirm") else None
    asked = any(target.path == reverse(name) for name in DOORS)
    return request.session.former_person_id if asked else None


def kept(request, person_id):
    """The way to the sign-in and from there back to what was sent."""
    form = KeptForm.objects.keep(person_id, request.get_full_path(), request.POST)
    words = {"next": reverse("accounts:kept_form", args=[form.pk])}
    if request.user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('accounts:confirm')}?{urlencode(words)}")
    words["het-phien"] = ""
    return HttpResponseRedirect(f"{reverse('accounts:sign_in')}?{urlencode(words)}")
