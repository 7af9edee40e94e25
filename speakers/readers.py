"""Who has confirmed the reading of a paper and who has not: the office's list."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import F, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from accounts.models import User
from core.vietnamese import SortKey
from speakers.access import PERMISSION
from speakers.models import Confirmation

SPEAKERS = "bao_cao_vien"  # the group
BACKEND = "accounts.backends.PersonBackend"


class Reader(NamedTuple):
    """`at`: when they confirmed, None while they have not; `is_late`: after the last day."""

    person: User
    at: datetime | None
    is_late: bool


def speakers():
    """Who is asked to read: people who may sign in and hold the permission. Those who work in the
    admin hold it too and are asked only as members of the speakers' group."""
    people = User.objects.with_perm(PERMISSION, include_superusers=False, backend=BACKEND)
    return people.may_sign_in().filter(Q(is_staff=False) | Q(groups__name=SPEAKERS))


def readers_of(asked):
    """All who are asked, and who confirmed without being asked, by name."""
    own = Confirmation.objects.filter(request=asked, person=OuterRef("pk"))
    wanted = Q(pk__in=speakers().values("pk")) | Q(at__isnull=False)
    people = User.objects.annotate(at=Subquery(own.values("at")[:1])).filter(wanted)
    in_order = people.order_by(SortKey("full_name"), F("username"))
    return [Reader(person, person.at, is_late(asked, person.at)) for person in in_order]


def is_late(asked, at):
    return bool(at and asked.until and localdate(at) > asked.until)
