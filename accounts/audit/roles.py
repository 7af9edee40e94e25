"""Changes of roles made in the admin of people."""

from accounts import audit
from accounts.roles import LABELS

RIGHTS = {"is_active": "hoạt động", "is_staff": "vào trang quản trị", "is_superuser": "toàn quyền"}


class RolesAudit:
    """Mixed into the admin of people: each save that changes what a person may do is logged."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            audit.record("account", request.user, form.instance)
        if words := changes(form):
            audit.record("roles", request.user, form.instance, words)


def changes(form):
    """What a saved form changed of a person's roles and rights, in words; "" for nothing."""
    told = []
    if "groups" in form.changed_data:
        before = set(labels(form.initial.get("groups", [])))
        after = set(labels(form.cleaned_data["groups"]))
        told += [f"thêm {name}" for name in sorted(after - before)]
        told += [f"bớt {name}" for name in sorted(before - after)]
    for field, name in RIGHTS.items():
        if field in form.changed_data:
            told.append(f"{name}: {'có' if form.cleaned_data[field] else 'không'}")
    return "; ".join(told)


def labels(groups):
    return [LABELS.get(group.name, group.name) for group in groups]
