"""All that is kept of a person, as data that a program can read."""

from django.db import models
from django.utils import timezone

from accounts.personal_data.relations import is_own, is_version, relations
from accounts.roles import LABELS

# Not about the person but about the lock: of no use to them, of much to a thief.
SECRET = {"password", "session_round"}
# Own rows told column by column. Of any other, such as sessions, links and second factors, only
# the times are told, so that a new table gives no secret away.
TOLD_IN_FULL = {
    "accounts.AccountRequest",
    "accounts.KeptForm",
    "core.Autosave",
    "core.Notification",
    "core.Presence",
}


def collected(person):
    """A dictionary for JSON; names are those on the screens."""
    groups = person.groups.values_list("name", flat=True)
    return {
        "lập lúc": timezone.localtime(),
        "tài khoản": facts_of(person),
        "vai trò": [LABELS.get(name, name) for name in groups],
        "dữ liệu khác": [entry for each in relations() if (entry := related(person, *each))],
    }


def facts_of(row):
    """Every column but secrets, by its name on the screen."""
    fields = (f for f in row._meta.concrete_fields if f.name not in SECRET and not f.primary_key)
    return {str(field.verbose_name): shown(row, field) for field in fields}


def shown(row, field):
    if field.is_relation:
        return str(getattr(row, field.name) or "")
    value = field.value_from_object(row)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return value if isinstance(value, bool | int | dict | list | None) else str(value)


def related(person, model, field):
    """What one column says of this person; None where it says nothing."""
    name = str(model._meta.verbose_name_plural)
    rows = model._default_manager.filter(**{field.name: person}).order_by("pk").select_related()
    if is_version(model):
        number = rows.count()
        return {"loại": name, "quan hệ": str(field.verbose_name), "số": number} if number else None
    tell = mention
    if is_own(field):
        tell = facts_of if model._meta.label in TOLD_IN_FULL else times_of
    entries = [tell(row) for row in rows]
    return {"loại": name, "quan hệ": str(field.verbose_name), "mục": entries} if entries else None


def times_of(row):
    fields = (f for f in row._meta.concrete_fields if isinstance(f, models.DateTimeField))
    known = {str(f.verbose_name): f.value_from_object(row) for f in fields}
    return {name: moment for name, moment in known.items() if moment}


def mention(row):
    return {"tên": str(row), "lúc": next(iter(times_of(row).values()), None)}
