"""The page on which a person sees to the safety of the own account."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.second_factor import rules
from accounts.sessions.views import own_sessions


@never_cache
@login_required
@require_safe
def security(request):
    authenticator = rules.authenticator_of(request.user)
    context = {
        "sessions": own_sessions(request),
        "authenticator": authenticator,
        "required": rules.is_required(request.user),
    }
    if authenticator:
        context["codes_left"] = authenticator.recovery_codes.count()
        context["devices"] = authenticator.devices.lasting().order_by("-used_at")
    else:
        context["due"] = rules.due_at(request.user)
    return render(request, "accounts/security.html", context)
