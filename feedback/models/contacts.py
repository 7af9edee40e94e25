"""How somebody may be reached who wrote, for as long as it may be needed."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


def kept_since():
    """What was sent before it is nobody's any more."""
    return timezone.now() - timedelta(days=settings.CONTACT_DAYS)


class ContactQuerySet(models.QuerySet):
    """Of rows with `contact` and `sent_at`."""

    def with_old_contacts(self):
        return self.filter(sent_at__lt=kept_since()).exclude(contact="")
