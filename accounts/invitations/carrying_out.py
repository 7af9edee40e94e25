"""Writing what the plan says, in one transaction and few statements."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.audit.roles import labels
from accounts.invitations.letters import send_links_later
from accounts.invitations.planning import Outcome, counts, plan
from accounts.invitations.usernames import free_username
from accounts.models import InvitationList, User
from accounts.roles import STAFF

BATCH = 1000
CHANGED = ["full_name", "unit", "position", "phone", "valid_until", "email", "is_staff"]


class DoneError(Exception):
    def __init__(self):
        super().__init__("Danh sách này đã được thực hiện.")


@dataclass
class Result:
    counts: dict
    sent: int


@transaction.atomic
def invite(roles, by, **fields):
    """A new account without a password; its person is not told yet. `roles`: groups; `by`: who
    invites, for the log."""
    taken = {name.lower() for name in User.objects.values_list("username", flat=True)}
    username = fields.pop("username", "") or free_username(fields["full_name"], taken)
    person = User(username=username, password=make_password(None), **fields)
    person.is_staff = any(role.name in STAFF for role in roles)
    person.full_clean()
    person.save()
    person.groups.set(roles)
    audit.record("account", by, person, ", ".join(labels(roles)))
    return person


@transaction.atomic
def carry_out(pk, by, *, mail):
    """Do what the list says now; good rows go whatever the others are. DoneError the second time.

    IntegrityError where somebody made one of these accounts this very moment.
    """
    wanted = InvitationList.objects.select_for_update().get(pk=pk)
    if wanted.confirmed_at:
        raise DoneError
    lines = plan(wanted.rows, wanted.role.name, by)
    people = invite_all([line for line in lines if line.outcome == Outcome.INVITE])
    update_all([line for line in lines if line.outcome == Outcome.UPDATE])
    wanted.invited, wanted.rows = [person.pk for person in people], []
    wanted.confirmed_at = timezone.now()
    wanted.save()
    told = counts(lines)
    audit.record("invite", by, wanted, ", ".join(f"{n} {what}" for what, n in told.items()))
    return Result(told, send_links_later(people, by) if mail else 0)


def invite_all(lines):
    taken = {name.lower() for name in User.objects.values_list("username", flat=True)}
    taken |= {line.facts.username for line in lines}
    people = [new_person(line.facts, taken) for line in lines]
    User.objects.bulk_create(people, batch_size=BATCH)
    give_roles((p, line.facts.roles) for p, line in zip(people, lines, strict=True))
    return people


def new_person(facts, taken):
    return User(
        username=facts.username or free_username(facts.full_name, taken),
        password=make_password(None),
        full_name=facts.full_name,
        unit=facts.unit,
        position=facts.position,
        phone=facts.phone,
        email=facts.email,
        valid_until=facts.valid_until,
        is_staff=bool(STAFF.intersection(facts.roles)),
    )


def update_all(lines):
    for line in lines:
        for name, value in line.changes.items():
            setattr(line.person, name, value)
        line.person.is_staff |= bool(STAFF.intersection(line.new_roles))
    User.objects.bulk_update([line.person for line in lines], CHANGED, batch_size=BATCH)
    give_roles((line.person, line.new_roles) for line in lines)


def give_roles(wanted):
    """`wanted`: (person, names of groups) each."""
    groups = {group.name: group.pk for group in Group.objects.all()}
    through = User.groups.through
    through.objects.bulk_create(
        (
            through(user_id=person.pk, group_id=groups[name])
            for person, names in wanted
            for name in set(names)
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )
