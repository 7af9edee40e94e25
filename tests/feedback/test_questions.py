"""Questions of citizens: sent by anybody, moderated, answered, published; looked up by a code."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from core.workflow import RefusedError
from feedback import letters
from feedback.models import Asker, Question, Subject
from feedback.tasks import forget_contacts
from tests.factories import ago, make_person, make_question

pytestmark = pytest.mark.django_db

ASKED = {
    "title": "Bao giờ có đường vào bản Nậm Pồ?",
    "text": "Mùa mưa học sinh phải lội suối.",
    "name": "Vàng A Lử",
    "email": "lu@vi-du.vn",
    "phone": "0912 345 678",
}


def ask(client, **changes):
    return client.post("/hoi-dap/gui/", ASKED | changes, follow=True)


def test_a_question_waits_for_a_moderator_and_its_asker_gets_a_code(client):
    answer = ask(client)
    question = Question.objects.get()
    assert question.status == "draft"
    assert list(Question.objects.waiting()) == [question]
    assert question.code_words in answer.content.decode()
    assert "Đang xem xét" in answer.content.decode()
    for address in ("/hoi-dap/", "/tim-kiem/?q=duong", "/sitemap-hoi-dap-0.xml"):
        assert "Nậm Pồ" not in client.get(address).content.decode()
    assert client.get(question.get_absolute_url()).status_code == 404


def test_what_is_private_is_on_no_page_and_a_name_only_where_its_owner_agreed(client):
    ask(client)
    ask(client, title="Câu khác", name="Hoa Thị Mai", shows_name="on")
    Question.objects.update(answer="<p>Đầu năm tới.</p>", status="published", published_at=ago())
    pages = [client.get(q.get_absolute_url()).content.decode() for q in Question.objects.all()]
    pages.append(client.get("/hoi-dap/").content.decode())
    assert not any(
        private in page for page in pages for private in ("Vàng A Lử", "lu@vi-du.vn", "0912")
    )
    assert "Hoa Thị Mai" in pages[-1]
    assert "Bạn đọc" in pages[-1]


def test_sent_twice_it_is_one_question(client):
    first, second = ask(client), ask(client)
    assert Question.objects.count() == Asker.objects.count() == 1
    assert first.redirect_chain == second.redirect_chain


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"text": "x" * 5001}, {"email": "khong"}, {"phone": "gọi"}]
)
def test_a_refused_form_comes_back_filled(client, wrong):
    answer = ask(client, **wrong)
    assert "field__error" in answer.content.decode()
    assert ASKED["name"] in answer.content.decode()
    assert not Question.objects.exists()


def test_a_machine_in_the_trap_leaves_nothing(client):
    assert "field-errors" in ask(client, trap="http://spam").content.decode()
    assert not Question.objects.exists()


def test_the_public_list_sets_no_cookie_and_is_paged_by_subject(client, django_assert_num_queries):
    road = Subject.objects.create(name="Giao thông", slug="giao-thong")
    for number in range(21):
        make_question(f"Câu thứ {number}", subject=road)
    make_question("Câu về trường học")
    with django_assert_num_queries(9):
        page = client.get("/hoi-dap/?linh-vuc=giao-thong")
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert "trường học" not in page.content.decode()
    assert "trang=2" in page.content.decode()
    assert client.get("/hoi-dap/?linh-vuc=khong-co").status_code == 404
    assert client.get("/hoi-dap/?trang=2").status_code == 200


def test_the_page_of_a_question_shows_the_answer_and_an_old_address_leads_there(client):
    question = make_question()
    assert "Đầu năm tới." in client.get(question.get_absolute_url()).content.decode()
    assert client.get(f"/hoi-dap/ten-cu-{question.pk}/").url == question.get_absolute_url()


def test_nothing_unanswered_is_published(administrator):
    question = make_question(status="draft", published_at=None, answer="")
    question.submit(administrator)
    with pytest.raises(RefusedError, match="trả lời"):
        question.approve(administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(status="published", published_at=ago())


def test_an_answer_takes_the_steps_of_the_house(editor, administrator):
    question = make_question(status="draft", published_at=None)
    question.submit(editor)
    with pytest.raises(RefusedError):
        question.approve(editor)
    question.approve(administrator)
    question.publish(administrator)
    assert list(Question.objects.published()) == [question]


def test_a_code_tells_what_became_of_a_question_however_it_is_typed(client):
    question = make_question(status="draft", published_at=None, note="Việc này thuộc Sở Xây dựng.")
    typed = question.code_words.lower()
    page = client.get("/hoi-dap/tra-cuu/", {"ma": typed}, follow=True).content.decode()
    assert "Việc này thuộc Sở Xây dựng." in page
    assert "Vàng A Lử" not in page
    states = {"binned": "Không đăng", "withdrawn": "Đã gỡ", "published": "Đã trả lời"}
    for state, label in states.items():
        Question.objects.update(status=state, published_at=ago(hours=1))
        assert label in client.get("/hoi-dap/tra-cuu/", {"ma": typed}, follow=True).content.decode()
    Question.objects.update(published_at=ago(days=-1))
    assert (
        "Đang xem xét"
        in client.get("/hoi-dap/tra-cuu/", {"ma": typed}, follow=True).content.decode()
    )


@pytest.mark.parametrize("typed", ["", "ABC", "A" * 12, "' OR 1=1", "Ô" * 40])
def test_a_wrong_code_is_told_of(client, typed):
    make_question()
    page = client.get("/_/tra-cuu/", {"ma": typed})
    assert "field__error" in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_who_asked_is_forgotten_after_the_time_set(client, settings):
    settings.CONTACT_DAYS = 30
    old, young = make_question(asked_at=ago(days=31)), make_question(asked_at=ago(days=29))
    forget_contacts(timestamp=0)
    assert list(Asker.objects.values_list("question", flat=True)) == [young.pk]
    assert client.get(old.get_absolute_url()).status_code == 200
    assert "30 ngày" in client.get("/quyen-rieng-tu/").content.decode()


def test_its_asker_is_written_to_once_when_there_is_an_answer():
    make_question(email="lu@vi-du.vn")
    make_question("Câu chưa trả lời", email="mai@vi-du.vn", status="draft", published_at=None)
    make_question("Câu không có thư")
    letters.tell_askers()
    letters.tell_askers()
    (letter,) = mail.outbox
    assert letter.to == ["lu@vi-du.vn"]
    assert Question.objects.get(asker__email="lu@vi-du.vn").get_absolute_url() in letter.body


def test_a_letter_that_the_server_refused_is_sent_again(monkeypatch):
    make_question(email="lu@vi-du.vn")
    monkeypatch.setattr(letters, "sent", lambda words, addresses: False)
    letters.tell_askers()
    assert Asker.objects.get().told == ""


def test_those_who_moderate_hear_of_what_came(editor):
    type(editor).objects.update(email="lan@vi-du.vn")
    make_person("chi", "cong_tac_vien")
    ask(Client())
    letters.tell_moderators(within=ago() - ago(hours=1))
    (letter,) = mail.outbox
    assert letter.to == ["lan@vi-du.vn"]
    assert "1 câu hỏi" in letter.body


def test_the_desk_and_the_admin_show_a_new_question_with_its_asker(client, editor):
    ask(Client())
    client.force_login(editor)
    assert "câu hỏi, góp ý mới" in client.get("/quan-tri/").content.decode()
    listed = client.get("/quan-tri/feedback/question/?cau-hoi=moi").content.decode()
    assert "Nậm Pồ" in listed
    page = client.get(f"/quan-tri/feedback/question/{Question.objects.get().pk}/change/")
    assert "Vàng A Lử" in page.content.decode()
    assert "lu@vi-du.vn" in page.content.decode()


def test_questions_and_answers_are_found_by_their_words():
    question = make_question("Đường vào bản", answer="<p>Khởi công tháng ba</p>")
    assert list(Question.objects.published().matching("khoi cong")) == [question]
    assert not Question.objects.published().matching("cầu treo")
