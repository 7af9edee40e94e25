"""From a right password to a session: whoever signs somebody in calls `enter`.

Between password and code nobody is signed in; an anonymous session knows whose turn it is.
"""

import time

from django.contrib.auth import get_user_model, login
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from accounts.second_factor import rules
from accounts.second_factor.middleware import DUE

PENDING = "pending_sign_in"
PATIENCE = 600  # seconds between password and code


def enter(request, person, address):
    """Sign in a person whose password was right and lead them to an address of ours, by way of
    the second factor where there is one."""
    if rules.authenticator_of(person):
        request.session.flush()  # nothing of a planted session reaches the next step
        request.session[PENDING] = {
            "person": person.pk,
            "hash": person.get_session_auth_hash(),
            "backend": person.backend,
            "at": time.time(),
            "next": address,
        }
        return redirect("accounts:second_code")
    return complete(request, person, address)


def complete(request, person, address):
    request.session.flush()
    login(request, person)
    if due := rules.due_at(person):
        request.session[DUE] = due.timestamp()
    return redirect(address)


def pending(request):
    """(person, address) of who gave a password and no code yet; (None, "") where nobody did, it
    is too long ago, or password or account changed since."""
    kept = request.session.get(PENDING)
    if not kept or time.time() - kept["at"] > PATIENCE:
        return None, ""
    person = get_user_model().objects.may_sign_in().filter(pk=kept["person"]).first()
    if person is None or not constant_time_compare(person.get_session_auth_hash(), kept["hash"]):
        return None, ""
    person.backend = kept["backend"]
    return person, kept["next"]
