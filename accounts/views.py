"""One's own page."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.roles import LABELS


@never_cache
@login_required
@require_safe
def profile(request):
    roles = [LABELS.get(group.name, group.name) for group in request.user.groups.all()]
    return render(request, "accounts/profile.html", {"roles": roles})
