"""The bin: drafts that nobody wanted are gone after a while, with all that told of them."""

import logging

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from core.autosave import Autosave, Presence
from core.desk import publications
from core.records import StepRecord
from core.workflow import KEPT_IN_BIN

logger = logging.getLogger(__name__)


def empty():
    """Delete what was put into the bin KEPT_IN_BIN ago; each in a transaction of its own."""
    last = timezone.now() - KEPT_IN_BIN
    for model in publications():
        over = model._base_manager.filter(status="binned", updated_at__lt=last)
        for pk in over.values_list("pk", flat=True):
            delete(model, pk)


@transaction.atomic
def delete(model, pk):
    """Delete one, unless somebody took it back meanwhile."""
    row = model._base_manager.select_for_update().filter(pk=pk, status="binned").first()
    if row is None:
        return
    kind = ContentType.objects.get_for_model(model)
    for about in (StepRecord, Autosave, Presence):
        about.objects.filter(content_type=kind, object_id=pk).delete()
    row.delete()
    versions = model.history.filter(id=pk)
    for link in model.history.model._meta.related_objects:  # the versions' tags and the like
        link.related_model.objects.filter(**{f"{link.field.name}__in": versions}).delete()
    versions.delete()
    logger.info("%s %s left the bin", model._meta.label, pk)
