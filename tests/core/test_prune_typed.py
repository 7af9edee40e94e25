"""What editors leave behind does not lie about for ever."""

from datetime import timedelta

import pytest

from core.autosave import FORGOTTEN, GONE, Autosave, Presence
from core.tasks import prune_typed
from news.models import Article
from tests.factories import ago, make_article

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_the_nightly_task_takes_what_is_old_and_leaves_the_rest(cast):
    article = make_article(status="draft")
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    for person in (lan, minh):
        Presence.objects.touch(person, article)
        Autosave.objects.keep(person, Article, article.pk, "", {"title": ["Dở"]})
    old_presence, old_text = ago(seconds=(GONE + MINUTE).total_seconds()), FORGOTTEN + MINUTE
    Presence.objects.filter(person=lan).update(seen_at=old_presence)
    Autosave.objects.filter(person=lan).update(saved_at=ago(seconds=old_text.total_seconds()))
    prune_typed.func(timestamp=0)
    assert Presence.objects.get().person == minh
    assert Autosave.objects.get().person == minh


def test_it_runs_once_a_night():
    (periodic,) = [
        each
        for each in prune_typed.blueprint.periodic_registry.periodic_tasks.values()
        if each.task.name == prune_typed.name
    ]
    assert periodic.cron == "17 3 * * *"
