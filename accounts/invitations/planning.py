"""What a list would do: shown before it is carried out, and reckoned anew when it is."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models

from accounts.invitations.facts import Facts, facts_of, label
from accounts.models import User
from accounts.roles import LABELS
from core.vietnamese import tone_key

COPIED = ("full_name", "unit", "position", "phone", "valid_until")


class Outcome(models.TextChoices):
    ERROR = "error", "Lỗi"
    UPDATE = "update", "Sẽ cập nhật"
    INVITE = "invite", "Sẽ mời"
    SAME = "same", "Đã có, không đổi"


@dataclass
class Line:
    """One row: what becomes of it, and of whom. `changes`: {field: value} of a known person."""

    number: int
    facts: Facts
    outcome: str = Outcome.INVITE
    words: str = ""
    person: User | None = None
    changes: dict = field(default_factory=dict)
    new_roles: list = field(default_factory=list)

    @property
    def role_labels(self):
        return ", ".join(LABELS.get(name, name) for name in self.facts.roles)

    def fail(self, words):
        self.outcome, self.words = Outcome.ERROR, words


class People:
    """The accounts that there are, by all that a row can name one by."""

    def __init__(self):
        self.by_username, self.by_email, self.by_name = {}, {}, {}
        for person in User.objects.prefetch_related("groups").defer("password"):
            self.by_username[person.username.lower()] = person
            if person.email:
                self.by_email[person.email.lower()] = person
            self.by_name.setdefault(name_key(person), []).append(person)

    def found(self, facts):
        """The person of a row or None; ValueError where it names two."""
        named = {
            self.by_username.get(facts.username) if facts.username else None,
            self.by_email.get(facts.email) if facts.email else None,
        } - {None}
        if not named and not facts.username:
            named = {p for p in self.by_name.get(name_key(facts), []) if may_be(p, facts)}
        if len(named) > 1:
            raise ValueError("hợp với nhiều tài khoản khác nhau; hãy ghi tên đăng nhập")
        return next(iter(named), None)


def name_key(person):
    """With the telephone, else the unit: a name alone is many people's."""
    digits = "".join(filter(str.isdigit, person.phone))
    return tone_key(person.full_name), digits or tone_key(person.unit)


def may_be(person, facts):
    """Two addresses are two people, of one name in one unit though they be."""
    return not (person.email and facts.email) or person.email.lower() == facts.email


def plan(rows, role, by):
    """Lines for the rows; `role` is the group's name where a row gives none, `by` who asks."""
    people, seen, lines = People(), {}, []
    for row in rows:
        line = Line(row["number"], facts_of(row))
        lines.append(line)
        line.facts.roles = line.facts.roles or [role]
        if line.facts.errors:
            line.fail("; ".join(line.facts.errors))
            continue
        twin = twin_of(line, seen)
        if twin:
            line.fail(f"trùng với dòng {twin}")
            continue
        settle(line, people, by)
    return lines


def twin_of(line, seen):
    """The number of an earlier row of the same person."""
    facts = line.facts
    keys = [("username", facts.username), ("email", facts.email)]
    keys = [key for key in keys if key[1]] or [name_key(facts)]
    numbers = [seen[key] for key in keys if key in seen]
    seen.update({key: line.number for key in keys if key not in seen})
    return numbers[0] if numbers else None


def settle(line, people, by):
    try:
        line.person = people.found(line.facts)
    except ValueError as error:
        line.fail(str(error))
        return
    if line.person:
        compare(line, by)


def compare(line, by):
    """What the row would change; it never takes anything away, nor moves an e-mail address."""
    person, facts = line.person, line.facts
    if person.is_superuser and not by.is_superuser:
        line.fail("tài khoản này chỉ người quản trị cao nhất được sửa")
        return
    if person.email and facts.email and person.email.lower() != facts.email:
        line.fail(f"tài khoản {person.username} đang dùng email khác; hãy sửa trong tài khoản")
        return
    wanted = {name: getattr(facts, name) for name in COPIED}
    if not person.email:
        wanted["email"] = facts.email
    changes = {n: v for n, v in wanted.items() if v and v != getattr(person, n)}
    held = {group.name for group in person.groups.all()}
    line.changes = changes
    line.new_roles = [name for name in facts.roles if name not in held]
    line.outcome = Outcome.UPDATE if changes or line.new_roles else Outcome.SAME
    told = [label(name) for name in changes] + [f"thêm {LABELS[n]}" for n in line.new_roles]
    line.words = ", ".join(told)


def counts(lines):
    """{outcome: how many}, every outcome named."""
    found = Counter(line.outcome for line in lines)
    return {outcome: found[outcome] for outcome in Outcome}
