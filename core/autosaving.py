"""The server's side of static/js/admin/autosave.js, for the admin and the writers' area."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone

from core.autosave import KEY_LENGTH, Autosave, Presence

PARAMETER = "ban-go-do"  # in the address: the number of the autosave that is taken back
OURS = {"csrfmiddlewaretoken", "_object", "form_key"}  # sent along, and not typed


def typed_in(request):
    """What a person typed of all that a form sends: {name: [value, …]}."""
    return {name: values for name, values in request.POST.lists() if name not in OURS}


def form_key(request):
    """Tells the forms of things that were never saved apart."""
    return request.POST.get("form_key", "")[:KEY_LENGTH]


def keep(request, model, publication):
    """The Autosave of what was typed; `publication` is None before the first save. Whatever
    became of it meanwhile: what was typed is the typist's."""
    pk = publication.pk if publication else None
    return Autosave.objects.keep(request.user, model, pk, form_key(request), typed_in(request))


def token(request):
    """What a form needs after its person has signed in anew."""
    return JsonResponse({"token": get_token(request)})


def answer(request, publication, kept):
    """When it was kept, the query under which the form shows it again, and who else is here."""
    told = {"others": [], "saved_at": "", "back": "", "version": None}
    if kept:
        told["saved_at"] = timezone.localtime(kept.saved_at).strftime("%H:%M:%S")
        told["back"] = f"?{PARAMETER}={kept.pk}"
    if publication:
        Presence.objects.touch(request.user, publication)
        told["others"] = Presence.objects.others(request.user, publication)
        told["version"] = publication.version
    return JsonResponse(told)
