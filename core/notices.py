"""Who is told of a step, and the letter that tells it."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from procrastinate.contrib.django import app

from core.site import absolute

BACKEND = "django.contrib.auth.backends.ModelBackend"
# Whose turn it is in each state, by the action of a permission.
NEXT = {"submitted": "approve", "approved": "publish"}


def concerned(record):
    """The writer, and those whose turn it is now; never the one who took the step."""
    publication = record.publication
    people = {publication.created_by} if publication.created_by else set()
    if action := NEXT.get(record.target):
        people |= set(holders(publication, action))
    return sorted(
        (p for p in people if p.may_sign_in and p.pk != record.by_id), key=lambda person: person.pk
    )


def holders(publication, action):
    meta = publication._meta
    permission = f"{meta.app_label}.{action}_{meta.model_name}"
    return get_user_model().objects.with_perm(permission, include_superusers=False, backend=BACKEND)


def send_mail_later(record):
    """A job of the same transaction: it is there with the commit, or not at all."""
    if settings.EMAIL_HOST:
        mail_step.defer(record_id=record.pk)


@app.task(pass_context=False)
def mail_step(record_id: int) -> None:
    """Write to those who were notified of a step and have an address."""
    record = apps.get_model("core", "StepRecord").objects.get(pk=record_id)
    able = get_user_model().objects.may_sign_in()
    told = record.notifications.exclude(person__email="").filter(person__in=able)
    for notification in told.select_related("person"):
        person = notification.person
        send_mail(subject(record), letter(record, person), None, [person.email])


def subject(record):
    return f"{record.label}: {record.publication}"[:150].replace("\n", " ")


def letter(record, person):
    lines = [
        f"{record.by or 'Hệ thống'} đã chọn “{record.label}” cho “{record.publication}”.",
        record.words,
        way_in(record.publication, person),
    ]
    return "\n\n".join(line for line in lines if line)


def way_in(publication, person):
    """Where this person goes on: in the admin, or a writer on their own page of it."""
    if person.is_staff:
        return f"Mở trong trang quản trị: {absolute(address(publication))}"
    url = publication.get_writing_url()
    return f"Mở bài viết: {absolute(url)}" if url else ""


def address(publication):
    """Its page in the admin."""
    meta = publication._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[publication.pk])
