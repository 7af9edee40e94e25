"""The page on which a person sees to the safety of the own account."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.sessions.views import own_sessions


@never_cache
@login_required
@require_safe
def security(request):
    return render(request, "accounts/security.html", {"sessions": own_sessions(request)})
