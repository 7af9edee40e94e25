"""Writing an article: drafts, sending, answering a return, bad input, two people at once."""

import pytest
from django.test import Client

from core.autosave import Autosave
from core.records import StepRecord
from library.models import Picture
from news.models import Article
from tests.accounts.contributions import (
    NEW,
    a_new_one,
    draft_of,
    page,
    picture_file,
    told,
    typed,
)
from tests.factories import ago, make_category
from tests.news.test_admin import page as admin_page
from tests.news.test_admin import typed as admin_typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def chi(cast):
    return cast["cong_tac_vien"]


@pytest.fixture
def writer(client, chi):
    client.force_login(chi)
    return client


def form_at(client, address):
    return client.get(address).context["form"]


def test_a_draft_is_saved_and_belongs_to_its_writer(writer, chi):
    response = writer.post(NEW, a_new_one(author="Hoàng Quế", source_url=""))
    article = Article.objects.get()
    assert response["Location"] == page(article)
    assert (article.title, article.slug, article.author) == ("Bài mới", "bai-moi", "Hoàng Quế")
    assert (article.status, article.created_by, article.updated_by) == ("draft", chi, chi)
    assert article.history.get().history_user == chi
    assert "Đã lưu bản nháp" in told(response)
    assert writer.get(article.get_absolute_url()).status_code == 404


def test_what_a_form_has_no_field_for_cannot_be_sent(writer, chi, cast):
    sneaky = {
        "status": "published",
        "published_at": "2020-01-01T00:00",
        "slug": "ten-khac",
        "created_by": cast["thu_ky"].pk,
        "views": "9999",
        "withdrawal_note": "x",
    }
    writer.post(NEW, a_new_one(**sneaky))
    article = Article.objects.get()
    assert (article.status, article.published_at, article.views) == ("draft", None, 0)
    assert (article.slug, article.created_by, article.withdrawal_note) == ("bai-moi", chi, "")


def test_those_without_the_editor_write_plain_paragraphs(writer):
    writer.post(NEW, a_new_one(body="Đoạn một & hai\r\n\r\n3 < 5, Đoạn\r\nba"))
    assert Article.objects.get().body == "<p>Đoạn một &amp; hai</p>\n\n<p>3 &lt; 5, Đoạn<br>ba</p>"


def test_plain_paragraphs_added_to_a_formatted_text_join_it(writer, chi):
    article = draft_of(chi, body="<p>Một <strong>hai</strong></p>")
    form = form_at(writer, page(article))
    body = form["body"].value() + "\r\n\r\nBa & bốn\r\n\r\n<script>alert(1)</script>"
    writer.post(page(article), typed(form, body=body))
    article.refresh_from_db()
    assert article.body == "<p>Một <strong>hai</strong></p>\n\n<p>Ba &amp; bốn</p>"


def test_the_address_of_a_draft_follows_its_title(writer, chi):
    article = draft_of(chi, "Tên cũ")
    writer.post(page(article), typed(form_at(writer, page(article)), title="Tên mới"))
    article.refresh_from_db()
    assert article.slug == "ten-moi"
    Article.objects.filter(pk=article.pk).update(slug="do-toa-soan-dat")
    writer.post(page(article), typed(form_at(writer, page(article)), title="Tên mới nữa"))
    article.refresh_from_db()
    assert (article.title, article.slug) == ("Tên mới nữa", "do-toa-soan-dat")


def test_sending_saves_and_carries_the_message(writer, chi):
    response = writer.post(NEW, a_new_one(words="Ảnh gửi sau", _send="1"), follow=True)
    article = Article.objects.get()
    assert article.status == "submitted"
    record = StepRecord.objects.of(article).get()
    assert (record.step, record.by, record.words) == ("submit", chi, "Ảnh gửi sau")
    shown = response.content.decode()
    assert "Đã gửi bài tới tòa soạn" in shown
    assert "<form" not in shown.split("<main")[1].split("</main>")[0]


def test_a_message_that_was_not_sent_waits_for_the_article(writer, chi):
    article = draft_of(chi)
    writer.post(page(article), typed(form_at(writer, page(article)), words="Xin góp ý"))
    shown = writer.get(page(article))
    assert shown.context["form"]["words"].value() == "Xin góp ý"
    assert not shown.context["offered"]
    writer.post(page(article), typed(shown.context["form"], _send="1"))
    assert StepRecord.objects.of(article).get().words == "Xin góp ý"
    assert not Autosave.objects.exists()


def test_a_return_is_answered_and_the_editor_reads_the_answer(writer, chi, cast):
    article = draft_of(chi, status="submitted")
    article.send_back(cast["thu_ky"], "Ai chụp ảnh này?")
    shown = writer.get(page(article))
    assert "Ai chụp ảnh này?" in shown.content.decode()
    answer = {"photographer": "Hoàng Quế", "words": "Ảnh do tôi chụp", "_send": "1"}
    writer.post(page(article), typed(shown.context["form"], **answer))
    article.refresh_from_db()
    assert (article.status, article.photographer) == ("submitted", "Hoàng Quế")
    editor = Client()
    editor.force_login(cast["bien_tap_vien"])
    assert "Ảnh do tôi chụp" in editor.get(admin_page(article)).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("title", "Rất dài " * 125, "tối đa 500 kí tự"),
        ("title", " ", "bắt buộc"),
        ("category", "999999", "hợp lệ"),
        ("body", "<p>" + "chữ " * 1_250_000 + "</p>", "tối đa 1000000 kí tự"),
        ("body", "a\0b", "null"),
        ("source_url", "javascript:alert(1)", "hợp lệ"),
        ("source_published_at", "20222-01-01T00:00", "hợp lệ"),
        ("source_published_at", "hôm qua", "hợp lệ"),
        ("source_published_at", "2222-01-01T00:00", "sau hôm nay"),
        ("source_published_at", "0001-01-01T00:00", "sớm nhất là 1945"),
        ("words", "x" * 501, "tối đa 500 kí tự"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_nothing_is_lost(writer, field, value, error):
    data = a_new_one(lead="Sa-pô đã gõ", **{field: value})
    response = writer.post(NEW, data)
    assert response.status_code == 400
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert error in form.errors[field][0]
    shown = response.content.decode()
    assert form.errors[field][0] in shown
    assert "Sa-pô đã gõ" in shown
    assert form[field].value() == value
    assert not Article.objects.exists()


def test_a_picture_comes_with_its_description(writer, chi):
    described = {"alt": "Đại biểu biểu quyết", "picture_caption": "Quang cảnh"}
    writer.post(NEW, a_new_one(picture_file=picture_file(), **described))
    article = Article.objects.get()
    assert (article.picture.alt, article.picture.created_by) == ("Đại biểu biểu quyết", chi)
    assert article.picture_caption == "Quang cảnh"
    form = form_at(writer, page(article))
    assert form["alt"].value() == "Đại biểu biểu quyết"
    writer.post(page(article), typed(form, alt="Mô tả đúng hơn"))
    assert Picture.objects.get().alt == "Mô tả đúng hơn"
    writer.post(page(article), typed(form_at(writer, page(article)), remove_picture="on"))
    article.refresh_from_db()
    assert article.picture is None
    assert Picture.objects.exists()


def test_the_description_of_the_newsrooms_picture_stays(writer, cast):
    theirs = Picture.objects.add(picture_file(), alt="Do ban viết", created_by=cast["thu_ky"])
    writer.post(NEW, a_new_one(picture_file=picture_file(), alt="Ghi đè"))
    assert Article.objects.get().picture == theirs
    theirs.refresh_from_db()
    assert theirs.alt == "Do ban viết"


def test_a_file_that_is_no_picture_is_told_and_nothing_is_made(writer):
    fake = picture_file()
    fake.write(b"GIF89a chi la chu")
    fake.truncate()
    fake.seek(0)
    response = writer.post(NEW, a_new_one(picture_file=fake))
    assert response.status_code == 400
    assert list(response.context["form"].errors) == ["picture_file"]
    assert not Article.objects.exists()
    assert not Picture.objects.exists()


def test_a_good_picture_beside_a_bad_field_asks_to_be_chosen_again(writer):
    response = writer.post(NEW, a_new_one(title="", picture_file=picture_file()))
    assert "hãy chọn lại" in response.context["form"].errors["picture_file"][0]
    assert not Picture.objects.exists()


def test_an_editors_newer_text_is_not_written_over(writer, chi, cast):
    article = draft_of(chi, "Tên cũ")
    opened = typed(form_at(writer, page(article)), title="Tên của Chi")
    editor = Client()
    editor.force_login(cast["bien_tap_vien"])
    editor.post(admin_page(article), admin_typed(editor, admin_page(article), title="Tên của Lan"))
    refused = writer.post(page(article), opened)
    assert refused.status_code == 400
    assert "Lan đã lưu bản mới hơn" in refused.content.decode()
    form = refused.context["form"]
    assert form.conflict == [("Tiêu đề", "Tên của Lan", "Tên của Chi")]
    writer.post(page(article), typed(form))
    article.refresh_from_db()
    assert article.title == "Tên của Chi"
    titles = list(article.history.order_by("history_id").values_list("title", flat=True))
    assert titles == ["Tên cũ", "Tên của Lan", "Tên của Chi"]


def test_text_typed_into_what_an_editor_took_meanwhile_can_still_be_read(writer, chi, cast):
    article = draft_of(chi)
    opened = typed(form_at(writer, page(article)), lead="Câu vừa gõ")
    article.submit(cast["bien_tap_vien"])
    response = writer.post(page(article), opened, follow=True)
    assert "không sửa được ở đây nữa" in response.content.decode()
    kept = Autosave.objects.get(person=chi)
    assert f"/cong-tac-vien/tu-luu/{kept.pk}/" in response.content.decode()
    assert "Câu vừa gõ" in writer.get(f"/cong-tac-vien/tu-luu/{kept.pk}/").content.decode()
    forgotten = writer.post(f"/cong-tac-vien/tu-luu/{kept.pk}/bo/")
    assert forgotten["Location"] == page(article)
    article.refresh_from_db()
    assert article.lead != "Câu vừa gõ"


@pytest.mark.parametrize("status", Article.Status.values)
def test_only_a_draft_and_a_returned_one_can_be_changed(writer, chi, status):
    out = ago(hours=1) if status in ("published", "withdrawn") else None
    article = draft_of(chi, status=status, published_at=out)
    open_to_writers = status in ("draft", "returned")
    shown = writer.get(page(article))
    assert ("form" in shown.context) == open_to_writers
    assert "Toàn văn của bài viết" in shown.content.decode()
    writer.post(page(article), a_new_one(title="Đã sửa", _send="1"))
    article.refresh_from_db()
    assert (article.title == "Đã sửa") == open_to_writers
    assert article.status == ("submitted" if open_to_writers else status)


def test_the_preview_is_the_public_page_and_nobody_keeps_it(writer, chi):
    article = draft_of(chi, "Bài xem thử")
    response = writer.get(page(article, "xem-truoc"))
    assert "Bài xem thử" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_only_the_form_may_run_the_editor(writer, chi):
    assert "script-src-attr" in writer.get(NEW)["Content-Security-Policy"]
    assert "script-src-attr" not in writer.get("/cong-tac-vien/")["Content-Security-Policy"]


def test_the_form_takes_few_queries(writer, chi, cast, django_assert_max_num_queries):
    article = draft_of(chi, status="submitted")
    for _ in range(5):
        article.send_back(cast["thu_ky"], "Chưa được")
        article.submit(chi)
    article.send_back(cast["thu_ky"], "Chưa được")
    make_category("Tuyên truyền")
    writer.get(page(article))
    with django_assert_max_num_queries(21):
        assert writer.get(page(article)).status_code == 200
