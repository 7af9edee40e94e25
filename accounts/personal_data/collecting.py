"""All that is kept of a person, as data that a program can read."""

from django.db import models
from django.utils import timezone

from accounts.personal_data.relations import is_own, is_version, relations
from accounts.roles import LABELS

# Not about the person but about the lock: of no use to them, of much to a thief.
SECRET = {"password", "token_hash", "session_key", "session_data", "session_round"}


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
    entries = [facts_of(row) if is_own(field) else mention(row) for row in rows]
    return {"loại": name, "quan hệ": str(field.verbose_name), "mục": entries} if entries else None


def mention(row):
    times = (f for f in row._meta.concrete_fields if isinstance(f, models.DateTimeField))
    first = next((value for f in times if (value := f.value_from_object(row))), None)
    return {"tên": str(row), "lúc": first}
