"""Deleting a person, and the administrator's list of requests."""

import pytest
from django.contrib.admin.models import LogEntry

from accounts.administrators import LastAdministratorError
from accounts.models import DataRequest, OneTimeLink, User
from accounts.models.wishes import DELETED, KEPT
from accounts.personal_data.forgetting import forget
from accounts.personal_data.relations import is_own, relations
from accounts.tasks import prune_accounts
from core.autosave import Autosave
from core.records import StepRecord
from news.models import Article
from tests.factories import ago, make_article, make_author

pytestmark = pytest.mark.django_db
LISTED = "/quan-tri/accounts/datarequest/"


@pytest.fixture
def asked(editor):
    return DataRequest.objects.create(kind="deletion", asked_by=editor, name="Lan", words="Xin xóa")


def test_what_was_published_stays_under_the_pen_name(client, administrator, editor):
    author = make_author("Thanh Mộc", user=editor, full_name="Hoàng Thị Lan")
    article = make_article(created_by=editor, updated_by=editor)
    article.authors.add(author)
    article.remember(editor)
    forget(editor, administrator)
    article.refresh_from_db()
    author.refresh_from_db()
    assert (article.created_by, author.user, author.name) == (None, None, "Thanh Mộc")
    assert "Thanh Mộc" in client.get(article.get_absolute_url()).content.decode()
    version = article.history.first()
    assert (version.history_user, version.created_by_id) == (None, None)


def test_what_was_their_own_goes_and_the_log_loses_the_name(administrator, editor, asked):
    draft = make_article(status="draft", created_by=editor)
    draft.submit(editor, "")
    OneTimeLink.objects.make([editor])
    Autosave.objects.keep(editor, Article, draft.pk, "", {"title": ["x"]})
    pk = editor.pk
    LogEntry.objects.log_actions(administrator.pk, [editor], 2, "Đổi tên Lan", single_object=True)
    forget(editor, administrator)
    assert not User.objects.filter(pk=pk).exists()
    assert not OneTimeLink.objects.exists()
    assert not Autosave.objects.exists()
    assert StepRecord.objects.get().by is None
    entry = LogEntry.objects.get(object_id=pk)
    assert (entry.object_repr, entry.change_message) == (DELETED, "")
    asked.refresh_from_db()
    assert asked.done_by == administrator
    assert (asked.name, asked.words, asked.asked_by) == (DELETED, "", None)


def test_no_column_is_left_that_leads_to_nobody(administrator, editor):
    article = make_article(created_by=editor, updated_by=editor)
    article.remember(editor)
    forget(editor, administrator)
    for model, field in relations():
        rows = model._base_manager.filter(**{f"{field.attname}": editor.pk})
        assert not rows.exists(), field


def test_every_own_row_is_known():
    own = {model._meta.label for model, field in relations() if is_own(field)}
    assert {"accounts.OneTimeLink", "core.Autosave", "core.Notification", "core.Presence"} <= own


def test_the_last_administrator_is_not_forgotten(administrator):
    with pytest.raises(LastAdministratorError):
        forget(administrator, administrator)
    assert User.objects.filter(pk=administrator.pk).exists()


def test_the_administrator_deletes_from_the_request(client, administrator, editor, asked):
    client.force_login(administrator)
    assert "yêu cầu về dữ liệu cá nhân" in client.get("/quan-tri/").content.decode()
    page = client.get(f"{LISTED}{asked.pk}/change/").content.decode()
    address = f"/quan-tri/accounts/user/{editor.pk}/delete/"
    assert address in page
    assert "dưới bút danh" in client.get(address).content.decode()
    assert client.post(address, {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=editor.pk).exists()
    asked.refresh_from_db()
    assert asked.clock == "Đã xử lý"
    assert not LogEntry.objects.filter(object_repr__contains="Lan").exists()


def test_nobody_deletes_themselves_or_many_at_once(client, administrator, editor):
    client.force_login(administrator)
    own = f"/quan-tri/accounts/user/{administrator.pk}/delete/"
    assert client.post(own, {"post": "yes"}).status_code == 403
    page = client.get("/quan-tri/accounts/user/").content.decode()
    assert "delete_selected" not in page


def test_a_correction_is_finished_by_its_answer(client, administrator, editor):
    asked = DataRequest.objects.create(kind="correction", asked_by=editor, name="Lan", words="x")
    client.force_login(administrator)
    assert "Lan" in client.get(LISTED).content.decode()
    address = f"{LISTED}{asked.pk}/change/"
    client.post(address, {"answer": ""})
    asked.refresh_from_db()
    assert asked.done_at is None
    client.post(address, {"answer": "Đã sửa họ tên."})
    asked.refresh_from_db()
    assert (asked.done_by, asked.clock) == (administrator, "Đã xử lý")
    client.force_login(editor)
    assert "Đã sửa họ tên." in client.get("/tai-khoan/").content.decode()


def test_requests_are_for_administrators(client, cast):
    for role, person in cast.items():
        client.force_login(person)
        assert (client.get(LISTED).status_code == 200) == (role == "quan_tri"), role


def test_answered_requests_are_kept_for_two_years(asked, administrator):
    asked.finish(administrator, "Xong")
    prune_accounts(0)
    assert DataRequest.objects.exists()
    DataRequest.objects.update(done_at=ago(days=KEPT.days + 1))
    prune_accounts(0)
    assert not DataRequest.objects.exists()
