"""What an editor took out of a question is erased from its versions."""

import pytest

from accounts.audit.models import Entry
from core.workflow import RefusedError
from feedback.erasing import erase_from_versions
from feedback.models import Question
from tests.factories import make_person, make_question

pytestmark = pytest.mark.django_db
PRIVATE = "Nhà ông Giàng A Páo, 0912 345 678, còn nợ."
PUBLIC = "Một hộ trong bản còn nợ."


@pytest.fixture
def secretary(db):
    return make_person("minh", "thu_ky")


@pytest.fixture
def question(secretary):
    """Its first version still holds what the second one no longer says."""
    question = make_question("Về nợ của ông Páo", text=PRIVATE, asked_by="Giàng A Páo")
    question.remember(secretary, new=True)
    question.title, question.text, question.asked_by = "Về một món nợ", PUBLIC, ""
    question.slug = "ve-mot-mon-no"
    question.save()
    question.remember(secretary)
    return question


def erase(client, question, **data):
    address = f"/quan-tri/feedback/question/{question.pk}/xoa-khoi-phien-ban/"
    return client.post(address, data, follow=True)


def test_the_words_are_gone_from_every_version_and_the_rest_stays(client, secretary, question):
    copy_number = question.pk + 1000  # a version that a working copy left
    left = question.history.last()
    left.pk, left.id = None, copy_number
    left.save()
    before = list(question.history.values_list("history_date", "history_user", "answer", "status"))
    client.force_login(secretary)
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


def test_another_question_with_the_same_words_keeps_its_versions(client, secretary, question):
    other = make_question("Hỏi lần nữa", text=PRIVATE)
    other.remember(secretary, new=True)
    client.force_login(secretary)
    erase(client, question, chac="1")
    assert other.history.get().text == PRIVATE


def test_it_asks_first_and_refuses_while_a_copy_is_open(client, secretary, question):
    client.force_login(secretary)
    assert "Xin xác nhận" in erase(client, question).content.decode()
    question.make_copy(secretary)
    with pytest.raises(RefusedError, match="đang có bản sửa"):
        erase_from_versions(question, secretary)
    assert erase(client, question, chac="1").status_code == 403
    assert question.history.filter(text=PRIVATE).exists()
    assert not Entry.objects.filter(action="erase").exists()


def test_who_may_not_change_what_is_published_erases_nothing(client, editor, question):
    assert erase(client, question, chac="1").redirect_chain  # to the sign-in
    client.force_login(editor)
    assert erase(client, question, chac="1").status_code == 403
    assert question.history.filter(text=PRIVATE).exists()
