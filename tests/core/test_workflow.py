"""From draft to page and off it again: every role at every step, and what each step leaves."""

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core import editions, notices
from core.records import Notification, StepRecord
from core.workflow import ALL_STEPS, STEPS, RefusedError
from documents.models import Document
from news.models import Article
from tests.factories import ago, make_article, make_document, make_person

pytestmark = pytest.mark.django_db

EDITORS = {"bien_tap_vien", "thu_ky", "quan_tri"}
APPROVERS = {"thu_ky", "quan_tri"}
MAY = {
    "submit": EDITORS,
    "send_back": EDITORS,
    "approve": APPROVERS,
    "publish": APPROVERS,
    "replace": APPROVERS,
    "unschedule": APPROVERS,
    "withdraw": APPROVERS,
    "reopen": APPROVERS,
    "bin": EDITORS,
    "recover": EDITORS,
}


def ready_for(step, make=make_article):
    """Something that somebody else wrote, in a state in which the step may be taken."""
    if step.name == "replace":
        return make().make_copy(make_person("nga", "bien_tap_vien"))
    status = step.sources[0]
    at = {"publish": None, "unschedule": ago(hours=-1)}.get(step.name, ago(hours=1))
    return make(status=status, published_at=at if status in ("published", "withdrawn") else None)


@pytest.mark.parametrize("make", [make_article, make_document])
@pytest.mark.parametrize("step", ALL_STEPS, ids=lambda step: step.name)
def test_each_role_takes_exactly_its_steps(cast, step, make):
    for role, person in cast.items():
        with transaction.atomic():
            publication = ready_for(step, make)
            assert (step in publication.steps_for(person)) == (role in MAY[step.name]), role
            if role in MAY[step.name]:
                record = publication.take(step.name, person, "Vì lý do này")
                assert (record.by, record.target) == (person, step.target)
            else:
                with pytest.raises(RefusedError, match="không có quyền"):
                    publication.take(step.name, person, "Vì lý do này")
            transaction.set_rollback(True)


@pytest.mark.parametrize("status", Article.Status.values)
def test_a_step_starts_only_where_it_may(cast, status):
    article = make_article(status=status)
    for step in ALL_STEPS:
        fits = status in step.sources and (not step.when or getattr(article, step.when))
        assert (step in article.steps_for(cast["thu_ky"])) == fits, step.name
        if not fits:
            with pytest.raises(RefusedError, match="đang ở trạng thái"):
                article.take(step.name, cast["thu_ky"], "Vì lý do này")


def test_a_contributor_sends_in_their_own_and_nothing_else(cast):
    chi = cast["cong_tac_vien"]
    own = make_article(status="draft", created_by=chi)
    own.submit(chi)
    assert own.status == "submitted"
    assert own.steps_for(chi) == []
    with pytest.raises(RefusedError):
        make_article(status="draft").submit(chi)


def test_a_writer_does_not_approve_their_own_unless_they_publish(cast):
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    lan.user_permissions.add(Permission.objects.get(codename="approve_article"))
    own = make_article(status="submitted", created_by=lan)
    with pytest.raises(RefusedError, match="không tự duyệt"):
        own.approve(lan)
    make_article(status="submitted", created_by=minh).approve(lan)
    make_article(status="submitted", created_by=minh).approve(minh)


def test_the_whole_way_is_in_the_log(cast):
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    article = make_article(status="draft", published_at=None, created_by=lan)
    article.submit(lan)
    article.send_back(minh, "Thiếu nguồn ảnh")
    article.submit(lan)
    article.approve(minh)
    article.publish(minh)
    article.withdraw(minh, "Bài đã lỗi thời")
    article.reopen(minh)
    log = StepRecord.objects.of(article).order_by("id")
    assert [(r.step, r.by, r.source, r.target, r.words) for r in log] == [
        ("submit", lan, "draft", "submitted", ""),
        ("send_back", minh, "submitted", "returned", "Thiếu nguồn ảnh"),
        ("submit", lan, "returned", "submitted", ""),
        ("approve", minh, "submitted", "approved", ""),
        ("publish", minh, "approved", "published", ""),
        ("withdraw", minh, "published", "withdrawn", "Bài đã lỗi thời"),
        ("reopen", minh, "withdrawn", "draft", ""),
    ]
    assert log[4].moment == article.published_at


def test_a_return_and_a_withdrawal_need_their_words(cast):
    for article, name in [
        (make_article(status="submitted"), "send_back"),
        (make_article(), "withdraw"),
    ]:
        with pytest.raises(RefusedError, match="Cần ghi"):
            article.take(name, cast["thu_ky"], "  ")
        article.refresh_from_db()
        assert article.status == STEPS[name].sources[0]


def test_publishing_at_a_moment_to_come_is_a_schedule(client, cast):
    article = make_article(status="approved", published_at=None)
    article.publish(cast["thu_ky"], at=ago(hours=-2))
    assert article.state_label == "Hẹn giờ"
    assert client.get(article.get_absolute_url()).status_code == 404
    assert list(Article.objects.scheduled()) == [article]
    article.unschedule(cast["thu_ky"])
    assert (article.status, article.published_at) == ("approved", None)
    article.publish(cast["thu_ky"])
    assert client.get(article.get_absolute_url()).status_code == 200


def test_a_moment_that_cannot_be_meant_is_refused(cast):
    article = make_article(status="approved", published_at=None, expires_at=ago(hours=-2))
    for at, why in [(ago(days=-20000), "một năm"), (ago(hours=-3), "hết hạn")]:
        with pytest.raises(RefusedError, match=why):
            article.publish(cast["thu_ky"], at=at)
    article.refresh_from_db()
    assert article.status == "approved"


def test_a_withdrawn_article_answers_410_with_the_note(client, cast):
    article = make_article()
    article.withdraw(cast["thu_ky"], "Đã thay bằng hướng dẫn mới")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Đã thay bằng hướng dẫn mới" in response.content.decode()
    article.reopen(cast["thu_ky"])
    assert client.get(article.get_absolute_url()).status_code == 404
    assert article.withdrawal_note == ""


def test_two_who_decide_at_once_do_not_both_decide(cast):
    """The second one's object is stale: what counts is the row."""
    article = make_article(status="submitted")
    stale = Article.objects.get(pk=article.pk)
    article.approve(cast["thu_ky"])
    with pytest.raises(RefusedError, match="Đã duyệt"):
        stale.approve(cast["quan_tri"])
    with pytest.raises(RefusedError, match="chỉ người có quyền duyệt"):
        stale.send_back(cast["bien_tap_vien"], "Chưa được")


def test_who_may_edit_in_which_state(cast):
    who = {
        "draft": EDITORS,
        "submitted": EDITORS,
        "returned": EDITORS,
        "approved": APPROVERS,
        "published": APPROVERS,
        "withdrawn": set(),
    }
    for status, roles in who.items():
        article = make_article(status=status)
        assert {r for r, person in cast.items() if article.may_be_edited_by(person)} == roles


def test_the_writer_and_those_whose_turn_it_is_are_told(cast):
    chi, lan, minh, tuan = (
        cast[role] for role in ("cong_tac_vien", "bien_tap_vien", "thu_ky", "quan_tri")
    )
    article = make_article(status="draft", created_by=chi)
    article.submit(chi)
    assert {n.person for n in Notification.objects.all()} == {minh, tuan}
    article.send_back(minh, "Thiếu ảnh")
    told = Notification.objects.unread_by(chi).get()
    assert told.record.words == "Thiếu ảnh"
    assert not Notification.objects.unread_by(lan).exists()


def test_mail_goes_out_by_a_job_of_the_same_transaction_once_mail_is_set_up(cast, settings):
    chi, minh = cast["cong_tac_vien"], cast["thu_ky"]
    chi.email = "chi@portal.example"
    chi.save()
    article = make_article(status="submitted", created_by=chi)
    article.send_back(minh, "Thiếu ảnh")
    assert not ProcrastinateJob.objects.exists()
    settings.EMAIL_HOST = "mail.portal.example"
    article.submit(chi)
    record = article.send_back(minh, "Thiếu chú thích ảnh")
    job = ProcrastinateJob.objects.get(args__record_id=record.pk)
    assert job.task_name == "core.notices.mail_step"
    notices.mail_step(record_id=record.pk)
    (letter,) = mail.outbox
    assert letter.to == ["chi@portal.example"]
    assert letter.subject == f"Trả lại: {article.title}"
    assert "Thiếu chú thích ảnh" in letter.body
    assert f"/cong-tac-vien/{article.pk}/" in letter.body


def test_the_database_numbers_changes_but_not_those_of_counters():
    article = make_article()
    Article.objects.filter(pk=article.pk).update(views=5)
    article.refresh_from_db()
    assert article.version == 0
    article.save()
    Article.objects.filter(pk=article.pk).update(lead="Sửa")
    article.refresh_from_db()
    assert article.version == 2


def test_a_working_copy_is_never_public(cast):
    copy = make_article().make_copy(cast["bien_tap_vien"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=copy.pk).update(status="published", published_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_the_public_sees_the_old_text_until_the_copy_takes_its_place(client, cast):
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    article = make_article("Tên cũ", tags=["giao ban"])
    copy = article.make_copy(lan)
    assert article.make_copy(minh) == copy
    copy.title, copy.body = "Tên mới", "<p>Chữ mới</p>"
    copy.save()
    copy.tags.clear()
    copy.submit(lan)
    copy.approve(minh)
    assert "Tên cũ" in client.get(article.get_absolute_url()).content.decode()
    published_at, before = article.published_at, editions.current()
    record = copy.replace(minh)
    assert number(editions.current()) == number(before) + 1
    article.refresh_from_db()
    assert (article.title, article.published_at) == ("Tên mới", published_at)
    assert not article.tags.exists()
    assert not Article.objects.filter(pk=copy.pk).exists()
    assert record.publication == article
    steps = StepRecord.objects.of(article).order_by("id")
    assert [r.step for r in steps] == ["submit", "approve", "replace"]
    assert "Chữ mới" in client.get(article.get_absolute_url()).content.decode()


def number(edition):
    return int(edition.split(".")[1])


def test_a_copy_of_a_paper_leaves_its_identity_and_files_with_the_paper(cast):
    paper = make_document(symbol="15-HD/BTGDVTU", field="Khoa giáo")
    copy = paper.make_copy(cast["bien_tap_vien"])
    copy.signer = "Hà Thị Nga"
    copy.save()
    other = make_document(symbol="16-HD/BTGDVTU")
    copy.replace(cast["thu_ky"])
    paper.refresh_from_db()
    assert (paper.signer, paper.symbol_key) == ("Hà Thị Nga", "15-hd/btgdvtu")
    copy = paper.make_copy(cast["bien_tap_vien"])
    Document.objects.filter(pk=copy.pk).update(symbol=other.symbol)
    with pytest.raises(RefusedError, match="Đã có văn bản cùng số"):
        copy.replace(cast["thu_ky"])


def test_a_copy_of_something_withdrawn_takes_nobodys_place(cast):
    article = make_article()
    copy = article.make_copy(cast["bien_tap_vien"])
    article.withdraw(cast["thu_ky"], "Sai")
    with pytest.raises(RefusedError, match="không còn đăng"):
        copy.replace(cast["thu_ky"])


def test_a_copy_is_thrown_away_by_who_made_it_or_may_publish(cast):
    nga = make_person("nga", "bien_tap_vien")
    article = make_article()
    copy = article.make_copy(nga)
    with pytest.raises(RefusedError):
        copy.discard(cast["bien_tap_vien"])
    with pytest.raises(RefusedError):
        article.discard(cast["thu_ky"])
    copy.discard(cast["thu_ky"])
    assert article.open_copy is None
    article.make_copy(nga).discard(nga)


def test_nobody_edits_the_published_text_beside_an_open_copy(cast):
    article = make_article()
    article.make_copy(cast["bien_tap_vien"])
    assert not article.may_be_edited_by(cast["thu_ky"])
