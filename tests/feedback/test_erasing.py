"""What an editor took out of a question is erased from its versions."""

import pytest

from accounts.audit.models import Entry
from feedback.models import Question
from tests.factories import make_question

pytestmark = pytest.mark.django_db
PRIVATE = "Nhà ông Giàng A Páo, 0912 345 678, còn nợ."
PUBLIC = "Một hộ trong bản còn nợ."


@pytest.fixture
def question(editor):
    """Its first version still holds what the second one no longer says."""
    question = make_question("Về nợ của ông Páo", text=PRIVATE, asked_by="Giàng A Páo")
    question.remember(editor, new=True)
    question.title, question.text, question.asked_by = "Về một món nợ", PUBLIC, ""
    question.slug = "ve-mot-mon-no"
    question.save()
    question.remember(editor)
    return question


def erase(client, question, **data):
    address = f"/quan-tri/feedback/question/{question.pk}/xoa-khoi-phien-ban/"
    return client.post(address, data, follow=True)


def test_the_words_are_gone_from_every_version_and_the_rest_stays(client, editor, question):
    copy_number = question.pk + 1000  # a version that a working copy left
    left = question.history.last()
    left.pk, left.id = None, copy_number
    left.save()
    before = list(question.history.values_list("history_date", "history_user", "answer", "status"))
    client.force_login(editor)
    page = erase(client, question, chac="1").content.decode()
    assert "Đã xóa khỏi 2 phiên bản" in page
    versions = Question.history.model.objects
    assert set(versions.values_list("text", "asked_by", "title", "slug")) == {
        (PUBLIC, "", "Về một món nợ", "ve-mot-mon-no")
    }
    after = question.history.values_list("history_date", "history_user", "answer", "status")
    assert list(after) == before
    entry = Entry.objects.get(action="erase")
    assert entry.words == "2 phiên bản"


def test_another_question_with_the_same_words_keeps_its_versions(client, editor, question):
    other = make_question("Hỏi lần nữa", text=PRIVATE)
    other.remember(editor, new=True)
    client.force_login(editor)
    erase(client, question, chac="1")
    assert other.history.get().text == PRIVATE


def test_it_asks_first_and_refuses_while_a_copy_is_open(client, editor, question):
    client.force_login(editor)
    assert "Xin xác nhận" in erase(client, question).content.decode()
    question.make_copy(editor)
    assert "đang có bản sửa" in erase(client, question, chac="1").content.decode()
    assert question.history.filter(text=PRIVATE).exists()
    assert not Entry.objects.filter(action="erase").exists()


def test_who_may_not_change_questions_erases_nothing(client, question):
    assert erase(client, question, chac="1").redirect_chain
    assert question.history.filter(text=PRIVATE).exists()
