"""Of whom a second factor is asked, and from when."""

from django.conf import settings

from accounts.second_factor.models import Authenticator
from exchange import demo_people


def is_required(person):
    """Editors, secretaries and administrators: whoever can change what the public reads."""
    return person.is_staff or person.is_superuser


def is_demo(person):
    """The demo's own people, as long as its file of passwords lies there."""
    if person.email != f"{person.username}@{demo_people.DOMAIN}":
        return False
    return person.username in demo_people.read(settings.VAR_DIR / "demo-accounts.txt")


def authenticator_of(person):
    """The one that is switched on, or None."""
    return Authenticator.objects.filter(person=person).exclude(confirmed_at=None).first()


def due_at(person):
    """From when this person gets no further without one; None for never."""
    if not is_required(person) or is_demo(person):
        return None
    authenticator = Authenticator.objects.of(person)
    return None if authenticator.is_on else authenticator.due_at
