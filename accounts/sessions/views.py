"""How long one stays signed in, where one is, and ending it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.second_factor.models import RememberedDevice
from accounts.sessions.models import Session


@never_cache
@require_safe
def remaining(request):
    """Seconds until this person is signed out. Stands at two addresses: to ask at /_/phien/ is no
    activity, at /tai-khoan/phien/ it is (accounts.sessions.middleware)."""
    here = request.user.is_authenticated
    return JsonResponse({"seconds": round(request.session.remaining, 1) if here else 0})


def own_sessions(request):
    """[Session, …] of this person, each knowing whether it is the one that asks."""
    sessions = list(Session.objects.of(request.user))
    for session in sessions:
        session.is_current = session.session_key == request.session.session_key
    return sessions


@login_required
@require_POST
def end_session(request, handle):
    """Ends one of the own sessions; one that ended meanwhile is ended."""
    for session in own_sessions(request):
        if session.handle == handle and not session.is_current:
            session.delete()
            messages.success(request, f"Đã đăng xuất khỏi {session.device or 'thiết bị kia'}.")
    return redirect("accounts:security")


@login_required
@require_POST
def end_others(request):
    others = Session.objects.filter(person=request.user)
    others.exclude(session_key=request.session.session_key).delete()
    RememberedDevice.objects.filter(authenticator__person=request.user).delete()
    messages.success(
        request, "Đã đăng xuất khỏi mọi nơi khác; lần sau thiết bị nào cũng phải nhập mã (nếu bật)."
    )
    return redirect("accounts:security")
