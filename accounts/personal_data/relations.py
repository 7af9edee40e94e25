"""Every column of the portal that leads to a person, found by looking: a new table is not
forgotten."""

from django.apps import apps
from django.db import models

from accounts.models import User

OWN = "person"  # a column of this name makes the row somebody's own; others only name its author


def relations():
    """(model, foreign key) of each column, versions of publications included."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model is User:
                yield model, field


def is_own(field):
    return field.name == OWN


def is_version(model):
    return hasattr(model, "history_id") or model.__name__.startswith("Historical")


def dangles(field):
    """The database does nothing with it when its person is deleted."""
    return field.remote_field.on_delete is models.DO_NOTHING
