"""Deleting a person. What they published stays, under the pen name; nothing else tells of them."""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from accounts import audit
from accounts.administrators import keeping_one
from accounts.models import DataRequest, User
from accounts.models.wishes import DELETED
from accounts.personal_data.relations import dangles, is_own, relations

ANSWER = "Đã xóa tài khoản và dữ liệu cá nhân."


def forget(person, by):
    """Delete an account with all that is its own. Raises LastAdministratorError.

    Articles, papers, steps and versions remain without the account (`SET_NULL`); authors keep
    their pen names.
    """
    with keeping_one():
        for model, field in relations():
            rows = model._base_manager.filter(**{field.name: person})
            if is_own(field):
                rows.delete()
            elif dangles(field):
                rows.update(**{field.name: None})
        answer_requests(person, by)
        anonymise_log(person)
        audit.anonymise(person)
        User.objects.get(pk=person.pk).delete()


def answer_requests(person, by):
    """The requests remain to show that they were answered in time, without the name."""
    asked = DataRequest.objects.filter(asked_by=person)
    for waiting in asked.waiting():
        waiting.finish(by, ANSWER)
    asked.update(name=DELETED, words="")


def anonymise_log(person):
    """Take the name out of what the logs say about a person."""
    kind = ContentType.objects.get_for_model(User)
    about = LogEntry.objects.filter(content_type=kind, object_id=str(person.pk))
    about.update(object_repr=DELETED, change_message="")
