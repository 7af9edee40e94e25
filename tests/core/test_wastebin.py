"""The bin: a draft stays in it for thirty days, and nothing that was public ever gets there."""

from datetime import timedelta

import pytest

from core import wastebin
from core.autosave import Autosave
from core.records import StepRecord
from core.workflow import RefusedError
from news.models import Article
from tests.factories import ago, make_article

pytestmark = pytest.mark.django_db

OLD = ago(days=30) - timedelta(minutes=1)


def binned(editor, **fields):
    draft = make_article(status="draft", published_at=None, tags=["sông nước"], **fields)
    draft.remember(editor, new=True)
    draft.bin(editor)
    return draft


def put_in(draft, at):
    Article.objects.filter(pk=draft.pk).update(updated_at=at)


def test_a_draft_is_gone_after_thirty_days_with_all_that_told_of_it(editor):
    draft, fresh = binned(editor), binned(editor)
    Autosave.objects.keep(editor, Article, draft.pk, "", {"title": ["Gõ dở"]})
    put_in(draft, OLD)
    wastebin.empty()
    assert list(Article.objects.values_list("pk", flat=True)) == [fresh.pk]
    assert not Article.history.filter(id=draft.pk).exists()
    assert not StepRecord.objects.filter(object_id=draft.pk, step="bin").exists()
    assert not Autosave.objects.exists()
    assert fresh.history.first().tags.count() == 1


def test_one_that_was_taken_back_stays(editor):
    draft = binned(editor)
    draft.recover(editor)
    put_in(draft, OLD)
    wastebin.empty()
    assert Article.objects.get().status == "draft"


def test_what_was_public_once_is_never_thrown_away(cast):
    minh = cast["thu_ky"]
    article = make_article()
    article.withdraw(minh, "Nhầm số liệu")
    article.reopen(minh)
    with pytest.raises(RefusedError, match="Bỏ vào thùng rác"):
        article.bin(minh)
    Article.objects.filter(pk=article.pk).update(published_at=None)
    article.refresh_from_db()
    with pytest.raises(RefusedError, match="Bỏ vào thùng rác"):
        article.bin(minh)


def test_a_writer_throws_away_their_own_and_nobody_elses(cast):
    chi = cast["cong_tac_vien"]
    own = make_article(status="draft", published_at=None, created_by=chi)
    own.bin(chi)
    own.recover(chi)
    with pytest.raises(RefusedError, match="không có quyền"):
        make_article(status="draft", published_at=None).bin(chi)
