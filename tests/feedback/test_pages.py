"""Faults that readers report, and whether a paper was of use to them."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from feedback.models import PageReport, Usefulness
from tests.factories import make_article, make_document, make_person

pytestmark = pytest.mark.django_db
PART = {"X-Part": "1"}


def report(client, path="/van-ban/", **changes):
    data = {"path": path, "text": "Ngày ban hành ghi sai.", **changes}
    return client.post("/bao-loi/", data, follow=True)


def test_every_public_page_leads_to_the_form_with_its_address(client):
    article = make_article()
    for path in ("/", "/van-ban/", article.get_absolute_url()):
        page = client.get(path)
        assert f"/bao-loi/?trang={path}" in page.content.decode()
        assert not page.cookies
    assert "Báo lỗi trang này" in client.get("/bao-loi/?trang=/van-ban/").content.decode()


def test_a_report_is_kept_for_the_editors_once(client, editor):
    assert "Đã nhận" in report(client).content.decode()
    report(client)
    kept = PageReport.objects.get()
    assert (kept.path, kept.handled_at) == ("/van-ban/", None)
    client.force_login(editor)
    assert "báo lỗi trang chưa xử lý" in client.get("/quan-tri/").content.decode()
    data = {"action": "handle", "_selected_action": [kept.pk]}
    client.post("/quan-tri/feedback/pagereport/", data)
    kept.refresh_from_db()
    assert kept.handled_by == editor
    assert "báo lỗi trang chưa xử lý" not in client.get("/quan-tri/").content.decode()


def test_a_note_of_what_was_done_marks_it_as_handled(client, editor):
    kept = PageReport.objects.create(path="/", text="Sai ngày.")
    client.force_login(editor)
    client.post(f"/quan-tri/feedback/pagereport/{kept.pk}/change/", {"note": "Đã sửa."})
    kept.refresh_from_db()
    assert (kept.note, kept.handled_by) == ("Đã sửa.", editor)


@pytest.mark.parametrize("told", ["https://xau.example/", "//xau.example", "javascript:1", ""])
def test_an_address_that_is_not_of_this_site_is_not_kept(client, told):
    assert "xau.example" not in client.get("/bao-loi/", {"trang": told}).content.decode()
    report(client, path=told)
    assert [kept.path for kept in PageReport.objects.all()] in (["/"], [])


def answer(client, paper, chosen, **more):
    address = f"/_/huu-ich/{paper.pk}/"
    client.get(address)
    return client.post(address, {"answer": chosen, **more}, follow=True)


def test_a_paper_asks_and_its_public_page_holds_no_form(client):
    paper = make_document()
    page = client.get(paper.get_absolute_url())
    assert "Tài liệu này có hữu ích không?" in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert not page.cookies


def test_a_visitor_answers_once_and_may_add_a_remark_or_change_it(client):
    paper = make_document()
    assert "Cảm ơn" in answer(client, paper, "co").content.decode()
    answer(client, paper, "khong", remark="Thiếu biểu mẫu.")
    answer(Client(), paper, "co")
    assert Usefulness.objects.counts_of(paper) == {"useful": 1, "useless": 1}
    assert Usefulness.objects.get(is_useful=False).remark == "Thiếu biểu mẫu."


def test_the_link_chooses_and_only_the_form_answers(client):
    paper = make_document()
    page = client.get(f"/_/huu-ich/{paper.pk}/?tra-loi=khong", headers=PART).content.decode()
    assert "<html" not in page
    assert page.count("checked") == 1
    assert not Usefulness.objects.exists()
    assert "field__error" in answer(client, paper, "").content.decode()
    assert (
        "chưa nhận cookie"
        in Client().post(f"/_/huu-ich/{paper.pk}/", {"answer": "co"}).content.decode()
    )


def test_a_members_paper_is_answered_for_by_its_readers_alone(client):
    paper = make_document(audience="members")
    assert answer(client, paper, "co").status_code == 404
    client.force_login(make_person("giang", "bao_cao_vien"))
    assert answer(client, paper, "co").status_code == 200
    assert Usefulness.objects.count() == 1


def test_the_database_holds_one_answer_a_visitor():
    paper = make_document()
    Usefulness.objects.create(document=paper, visitor="a", is_useful=True)
    for visitor in ("a", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            Usefulness.objects.create(document=paper, visitor=visitor, is_useful=False)
