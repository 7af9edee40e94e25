"""The editor's desk, the first page of the admin: what there is to do, in numbers that lead on."""

from dataclasses import dataclass

from django.apps import apps
from django.urls import reverse

from core.admin_filters import LABELS, SCHEDULED, narrowed
from core.records import Notification

FEW = 5  # lines a list on the desk has


@dataclass
class Count:
    label: str
    number: int
    url: str


@dataclass
class Panel:
    label: str
    counts: list
    newest: list


def desk_of(person):
    """The panels of this person; kinds of publication that they do not see stand in none."""
    models = [model for model in publications() if model().allows(person, "view")]
    unread = Notification.objects.unread_by(person)
    return {
        "panels": [panel(value, label, models, person) for value, label in LABELS.items()],
        "notifications": unread.prefetch_related("record__publication")[:FEW],
        "unread": unread.count(),
    }


def publications():
    """Every model whose rows take the steps."""
    from core.models import Publication

    return [model for model in apps.get_models() if issubclass(model, Publication)]


def panel(value, label, models, person):
    counts, newest = [], []
    for model in models:
        found = narrowed(model.objects.all(), value, person)
        name = model._meta.verbose_name
        counts.append(Count(name, found.count(), list_url(model, value)))
        order = "published_at" if value == SCHEDULED else "-updated_at"
        newest += found.order_by(order).for_list()[:FEW]
    return Panel(label, counts, newest[:FEW])


def list_url(model, value):
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist") + f"?viec={value}"
