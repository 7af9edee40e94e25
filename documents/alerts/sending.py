"""Who is to hear of what now.

What was told is written down and committed before the letter goes out, and taken back where the
mail server refuses it. So a worker that is killed in between costs a letter, and never sends one
twice.
"""

import hashlib
import logging
from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import get_connection
from django.db.models import Q
from django.db.models.functions import Now

from documents.alerts import letters
from documents.models import Document
from documents.models.alerts import Subscription, Told

logger = logging.getLogger(__name__)
RECENT = timedelta(days=7)  # what came out earlier is no news; imports of old papers are none


def send_due():
    """Write to everybody who has something to hear."""
    with get_connection() as connection:
        for subscription in subscriptions_to_recent_papers():
            send_new(subscription, connection)
        send_changes(connection)
    Told.objects.filter(at__lt=Now() - 2 * RECENT).delete()


def recent_papers():
    return Document.objects.published().filter(published_at__gt=Now() - RECENT)


def subscriptions_to_recent_papers():
    recent = recent_papers()
    wanted = Q(kind__in=recent.values("kind")) | Q(field__in=recent.values("fields"))
    found = Subscription.objects.confirmed().filter(wanted).select_related("kind", "field")
    return found.iterator(chunk_size=500)


def send_new(subscription, connection):
    """Tell of the papers that came out since the subscription was confirmed."""
    papers = recent_papers().filter(published_at__gt=subscription.confirmed_at)
    about = {"kind": subscription.kind} if subscription.kind else {"fields": subscription.field}
    told = Told.objects.filter(subscription=subscription).values("document")
    papers = papers.filter(**about).exclude(pk__in=told).newest_first().for_list()
    claimed = [paper for paper in papers if claim(subscription, paper)]
    if claimed and not sent(letters.new_papers(subscription, claimed), connection):
        Told.objects.filter(subscription=subscription, document__in=claimed).delete()


def claim(subscription, paper):
    """Whether it is this worker that tells of a paper."""
    return Told.objects.get_or_create(subscription=subscription, document=paper)[1]


def send_changes(connection):
    """Tell of the papers whose page says something else than when they were last told of."""
    followed = Subscription.objects.confirmed().filter(document__isnull=False)
    papers = Document.objects.published().filter(pk__in=followed.values("document")).for_list()
    readable = papers.prefetch_related("change_notes")
    for paper in readable.iterator(chunk_size=200):
        now = trace(paper)
        behind = followed.filter(document=paper).exclude(told=now).select_related("document")
        for subscription in behind.iterator(chunk_size=500):
            send_change(subscription, paper, now, connection)


def send_change(subscription, paper, now, connection):
    before = subscription.told
    row = Subscription.objects.filter(pk=subscription.pk)
    if not row.filter(told=before).update(told=now) or not before:
        return
    notes = list(paper.change_notes.all())
    letter = letters.changed_paper(subscription, paper, paper.legal_state, notes)
    if not sent(letter, connection):
        row.filter(told=now).update(told=before)


def trace(paper):
    """A digest of what the readers of a paper would want to know to have changed."""
    notes = [(str(note.on), note.text) for note in paper.change_notes.all()]
    files = sorted(attachment.checksum for attachment in paper.attachment_list)
    dates = [str(day) for day in (paper.issued_on, paper.effective_on, paper.lapses_on)]
    told = [paper.title, paper.symbol, dates, str(paper.legal_state), notes, files]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def sent(letter, connection):
    """Whether the mail server took a letter."""
    try:
        return bool(connection.send_messages([letter]))
    except (SMTPException, OSError):
        logger.exception("An alert was not sent; it is tried again")
        return False
