"""Questions to the office and its answers."""

import pytest
from django.test import Client

from speakers.letters import mail_answer
from speakers.models import Question
from speakers.questions import MOST_WAITING
from tests.factories import make_person
from tests.speakers.areas import ASK, NEWEST, QUESTIONS, body, members_paper, told


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


@pytest.fixture
def office(editor):
    client = Client()
    client.force_login(editor)
    return client


def answer(office, question, text="Đã có ở mục 2.", **more):
    address = f"/quan-tri/speakers/question/{question.pk}/change/"
    response = office.post(address, {"answer": text, **more})
    question.refresh_from_db()
    return response


def test_a_speaker_asks_about_a_paper_and_sees_it_wait(reader, speaker):
    paper = members_paper("Đề cương")
    response = reader.post(f"{ASK}?tai-lieu={paper.pk}", {"text": " Số liệu\n nào? "})
    assert response["Location"] == QUESTIONS
    assert "Đã gửi" in told(response)
    question = Question.objects.get()
    assert (question.asker, question.document, question.text) == (speaker, paper, "Số liệu\n nào?")
    page = body(reader.get(QUESTIONS))
    assert "Chờ trả lời" in page
    assert "Đề cương" in page


@pytest.mark.parametrize("text", ["", "   ", "a" * 2001])
def test_an_empty_or_endless_question_is_shown_again(reader, text):
    response = reader.post(ASK, {"text": text})
    assert response.status_code == 400
    assert "field__error" in body(response)
    assert not Question.objects.exists()


def test_the_same_question_sent_twice_is_asked_once(reader):
    for _ in range(2):
        reader.post(ASK, {"text": "Khi nào có tài liệu?"})
    assert Question.objects.count() == 1


def test_nobody_floods_the_office(reader, speaker):
    waiting = [Question(asker=speaker, text=f"Hỏi {n}") for n in range(MOST_WAITING)]
    Question.objects.bulk_create(waiting)
    response = reader.post(ASK, {"text": "Thêm nữa"})
    assert response.status_code == 400
    assert "Thêm nữa" in body(response)
    assert Question.objects.count() == MOST_WAITING


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999", "²"])
def test_a_question_about_no_paper_has_no_page(reader, number):
    assert reader.get(ASK, {"tai-lieu": number}).status_code == 404


def test_the_asker_is_told_of_an_answer_until_they_have_seen_it(reader, speaker, office, editor):
    question = Question.objects.create(asker=speaker, text="Khi nào?")
    assert "trả lời mới" not in body(reader.get(NEWEST))
    assert answer(office, question).status_code == 302
    assert question.answered_by == editor
    assert "1 trả lời mới" in body(reader.get(NEWEST))
    page = body(reader.get(QUESTIONS))
    assert "Đã có ở mục 2." in page
    assert "briefings__new" in page
    assert "trả lời mới" not in body(reader.get(NEWEST))
    answer(office, question, "Xin sửa: mục 3.")
    assert "1 trả lời mới" in body(reader.get(NEWEST))


def test_others_see_an_answer_only_where_the_office_shows_it_and_never_who_asked(office, db):
    asker, other = make_person("nga", "bao_cao_vien"), make_person("hoa", "bao_cao_vien")
    question = Question.objects.create(asker=asker, text="Hỏi riêng")
    client = Client()
    client.force_login(other)
    answer(office, question)
    assert "Hỏi riêng" not in body(client.get(QUESTIONS))
    answer(office, question, is_shared="on")
    page = body(client.get(QUESTIONS))
    assert "Hỏi riêng" in page
    assert "Nga" not in page
    assert "trả lời mới" not in page


def test_the_office_shows_nothing_to_all_without_an_answer(office, speaker):
    question = Question.objects.create(asker=speaker, text="Khi nào?")
    response = answer(office, question, "", is_shared="on")
    assert "Hãy trả lời trước" in body(response)
    assert not question.is_shared


def test_an_answer_can_be_taken_back(office, speaker):
    question = Question.objects.create(asker=speaker, text="Khi nào?")
    answer(office, question)
    answer(office, question, "")
    assert question.answered_at is question.answered_by is None


def test_a_question_outlives_its_asker_and_its_paper_shows_only_while_it_may(reader, speaker):
    asker, paper = make_person("nga", "bao_cao_vien"), members_paper("Đề cương")
    question = Question.objects.create(asker=asker, text="Hỏi", document=paper)
    question.answer_with("Đáp", None)
    question.is_shared = True
    question.save()
    asker.delete()
    paper.status = "withdrawn"
    paper.save()
    page = body(reader.get(QUESTIONS))
    assert "Đáp" in page
    assert "Đề cương" not in page


def test_a_page_of_questions_costs_few_queries(reader, speaker, django_assert_max_num_queries):
    paper = members_paper()
    Question.objects.bulk_create(
        Question(asker=speaker, text=f"Hỏi {n}", document=paper) for n in range(30)
    )
    reader.get(QUESTIONS)
    with django_assert_max_num_queries(14):
        reader.get(QUESTIONS)
    assert reader.get(QUESTIONS, {"trang": "2"}).status_code == 200


def test_the_page_is_empty_at_first(reader):
    assert "Chưa có câu hỏi nào" in body(reader.get(QUESTIONS))


def test_questions_are_listed_for_the_office_those_that_wait_apart(office, speaker):
    Question.objects.create(asker=speaker, text="Còn chờ")
    done = Question(asker=speaker, text="Đã xong")
    done.answer_with("Đáp", speaker)
    done.save()
    page = body(office.get("/quan-tri/speakers/question/", {"tra-loi": "cho"}))
    assert "Còn chờ" in page
    assert "Đã xong" not in page
    assert office.get("/quan-tri/speakers/question/add/").status_code == 403
    assert "<strong>1</strong> câu hỏi của báo cáo viên" in body(office.get("/quan-tri/"))


def test_an_answer_is_told_by_mail_without_its_words(reader, office, speaker, settings, mailoutbox):
    settings.EMAIL_HOST = "mail.example.org"
    speaker.email = "bcv@example.org"
    speaker.save()
    reader.post(ASK, {"text": "Số liệu nào?"})
    question = Question.objects.get()
    answer(office, question)
    mail_answer(question.pk)
    (letter,) = mailoutbox
    assert letter.to == [speaker.email]
    assert QUESTIONS in letter.body
    assert "mục 2" not in letter.body
    reader.get(QUESTIONS)
    mail_answer(question.pk)
    assert len(mailoutbox) == 1
