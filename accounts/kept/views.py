from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.kept.middleware import GIVEN_BACK
from accounts.kept.models import KeptForm


@never_cache
@login_required
@require_safe
def kept_form(request, pk):
    """The form as it was sent, to be sent again; only to whose it is."""
    kept = get_object_or_404(KeptForm, pk=pk, person=request.user)
    return render(request, "accounts/kept/form.html", {"kept": kept, "given_back": GIVEN_BACK})


@login_required
@require_POST
def drop_kept_form(request, pk):
    """One that is gone meanwhile is dropped."""
    KeptForm.objects.filter(pk=pk, person=request.user).delete()
    return redirect("accounts:profile")
