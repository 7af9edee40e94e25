"""The bin, and who is told what of a writer's article."""

import pytest
from django.core import mail

from core import notices
from core.records import StepRecord
from core.workflow import RefusedError
from tests.accounts.contributions import LIST, draft_of, page, told
from tests.factories import ago, make_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def chi(cast):
    return cast["cong_tac_vien"]


@pytest.fixture
def writer(client, chi):
    client.force_login(chi)
    return client


def test_a_draft_goes_to_the_bin_and_comes_back(writer, chi):
    article = draft_of(chi)
    assert f'action="{page(article, "buoc", "bin")}"' in writer.get(page(article)).content.decode()
    response = writer.post(page(article, "buoc", "bin"))
    assert "đã bỏ vào thùng rác" in told(response)
    assert article not in writer.get(LIST).context["page_obj"]
    assert "Xóa hẳn" in writer.get(page(article)).content.decode()
    writer.post(page(article, "buoc", "recover"))
    article.refresh_from_db()
    assert article.status == "draft"
    assert [r.step for r in StepRecord.objects.of(article).in_order()] == ["recover", "bin"]


def test_what_was_public_is_not_thrown_away_by_its_writer(writer, chi, cast):
    article = draft_of(chi, status="published", published_at=ago(hours=1))
    article.withdraw(cast["thu_ky"], "Sai")
    article.reopen(cast["thu_ky"])
    assert "buoc/bin" not in writer.get(page(article)).content.decode()
    response = writer.post(page(article, "buoc", "bin"))
    assert "không “Bỏ vào thùng rác” được" in told(response)


def test_a_step_too_late_says_why(writer, chi, cast):
    article = draft_of(chi)
    article.submit(chi)
    response = writer.post(page(article, "buoc", "submit"))
    assert "đang ở trạng thái “Chờ duyệt”" in told(response)
    assert StepRecord.objects.of(article).count() == 1


def test_a_writer_takes_no_editors_step_on_their_own(chi):
    for status, take in {
        "submitted": lambda article: article.approve(chi),
        "approved": lambda article: article.publish(chi),
        "published": lambda article: article.withdraw(chi, "Thôi"),
    }.items():
        article = draft_of(chi, status=status, published_at=ago(hours=1))
        with pytest.raises(RefusedError, match="không có quyền"):
            take(article)


def test_letters_lead_writers_to_their_own_page_and_editors_to_the_admin(chi, cast):
    article = draft_of(chi)
    for role in ("cong_tac_vien", "thu_ky"):
        cast[role].email = f"{role}@portal.example"
        cast[role].save()
    sent = article.submit(chi, "Xin xem")
    notices.mail_step(record_id=sent.pk)
    notices.mail_step(record_id=article.send_back(cast["quan_tri"], "Thiếu ảnh").pk)
    to_editor, to_writer = mail.outbox
    assert f"/quan-tri/news/article/{article.pk}/change/" in to_editor.body
    assert "Xin xem" in to_editor.body
    assert to_writer.to == ["cong_tac_vien@portal.example"]
    assert page(article) in to_writer.body
    assert "quan-tri" not in to_writer.body


def test_a_letter_about_what_has_no_writers_page_leads_nowhere(chi):
    assert notices.way_in(make_document(), chi) == ""
