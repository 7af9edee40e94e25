"""A writer's article from an empty draft to the public page, in a real browser."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from core.autosave import Autosave
from core.records import StepRecord
from news.models import Article
from tests.accounts.contributions import LIST, NEW, WORD, page, picture_file, word_file
from tests.factories import make_category

READY = """
() => new Promise((done) => {
  const look = () => CKEDITOR.instances.id_body?.status === "ready" ? done() : setTimeout(look, 20);
  look();
})
"""


@pytest.fixture
def people(cast, signed_in):
    """Role to their tab: the same browser, signed in as one after the other."""
    make_category("Khoa giáo")

    def tab_of(role):
        return signed_in(cast[role])

    return tab_of


def test_from_an_empty_draft_to_the_page_by_three_people(people, cast):
    tab = people("cong_tac_vien")
    tab.open(WORD)
    tab.page.get_by_label("Chuyên mục").select_option(label="Khoa giáo")
    file = {"name": "bai.docx", "mimeType": "application/octet-stream", "buffer": word_file()}
    tab.page.get_by_label("Tệp Word").set_input_files(file)
    tab.page.get_by_role("button", name="Nhập thành bản nháp").click()
    tab.page.wait_for_url("**/cong-tac-vien/*/")
    article = Article.objects.get()
    tab.page.evaluate(READY)
    tab.page.get_by_label("Lời nhắn tòa soạn").fill("Ảnh do tôi chụp")
    tab.page.get_by_role("button", name="Lưu và gửi tòa soạn").click()
    tab.page.get_by_text("Đã gửi bài tới tòa soạn.").wait_for()
    assert tab.page.get_by_role("button", name="Lưu nháp").count() == 0
    tab.open(f"/quan-tri/news/article/{article.pk}/change/")
    assert "/quan-tri/login/" in tab.page.url

    correct(people("bien_tap_vien"), article)
    article.refresh_from_db()
    assert article.title == "Tọa đàm về công tác khoa giáo"

    approve_and_schedule(people("thu_ky"), article)
    article.refresh_from_db()
    assert article.is_scheduled
    public = article.get_absolute_url()
    assert tab.open(public).status == 404

    moment = timezone.now() + timedelta(seconds=3)  # the form knows only minutes
    Article.objects.filter(pk=article.pk).update(published_at=moment)
    assert tab.open(public).status == 404
    tab.page.wait_for_timeout(3500)
    assert tab.open(public).status == 200
    assert tab.page.get_by_role("heading", name="Tọa đàm về công tác khoa giáo").is_visible()

    tab = people("cong_tac_vien")
    tab.open(LIST)
    link = tab.page.get_by_role("link", name="xem trên trang")
    assert link.get_attribute("href") == public
    log = StepRecord.objects.of(article).order_by("id")
    assert [(record.step, record.by, record.words) for record in log] == [
        ("submit", cast["cong_tac_vien"], "Ảnh do tôi chụp"),
        ("approve", cast["thu_ky"], ""),
        ("publish", cast["thu_ky"], ""),
    ]
    versions = list(article.history.order_by("history_id").values_list("history_user__username"))
    assert ("lan",) in versions


def correct(tab, article):
    """The editor reads the writer's message in the log and changes the title."""
    tab.open(f"/quan-tri/news/article/{article.pk}/change/")
    assert tab.page.get_by_text("Ảnh do tôi chụp").is_visible()
    tab.page.locator("#id_title").fill("Tọa đàm về công tác khoa giáo")
    with tab.page.expect_navigation(url="**/quan-tri/news/article/"):
        tab.page.locator("[name=_save]").click()


def approve_and_schedule(tab, article):
    tab.open(f"/quan-tri/news/article/{article.pk}/change/")
    tab.page.get_by_role("button", name="Duyệt", exact=True).click()
    tab.page.get_by_role("button", name="Đăng", exact=True).click()
    in_an_hour = datetime.now().astimezone(timezone.get_default_timezone()) + timedelta(hours=1)
    tab.page.locator("#id_at").fill(in_an_hour.strftime("%Y-%m-%dT%H:%M"))
    tab.page.locator(".submit-row [type=submit]").click()
    tab.page.get_by_text("đã cho đăng").wait_for()


def test_what_is_typed_outlives_a_closed_tab(people):
    tab = people("cong_tac_vien")
    tab.page.clock.install()
    tab.open(NEW)
    tab.page.evaluate(READY)
    tab.page.get_by_label("Tiêu đề").fill("Bài gõ trên điện thoại")
    with tab.page.expect_response("**/tu-luu/"):
        tab.page.clock.fast_forward(21_000)
    tab.page.get_by_text("Chữ đang gõ đã được giữ").wait_for()
    assert str(Autosave.objects.get()) == "Bài gõ trên điện thoại"
    tab.open(LIST)
    tab.page.get_by_role("link", name="Viết tiếp").click()
    assert tab.page.get_by_label("Tiêu đề").input_value() == "Bài gõ trên điện thoại"


def test_a_save_with_an_expired_session_stays_on_the_page(people, client):
    tab = people("cong_tac_vien")
    tab.open(NEW)
    tab.page.evaluate(READY)
    tab.page.get_by_label("Tiêu đề").fill("Gõ khi phiên đã hết")
    tab.page.get_by_label("Chuyên mục").select_option(label="Khoa giáo")
    name = settings.SESSION_COOKIE_NAME
    tab.page.context.clear_cookies(name=name)
    tab.page.get_by_role("button", name="Lưu nháp").click()
    tab.page.get_by_text("Phiên đăng nhập đã hết").wait_for()
    assert tab.page.get_by_label("Tiêu đề").input_value() == "Gõ khi phiên đã hết"
    cookie = {"name": name, "value": client.cookies[name].value, "url": tab.home}
    tab.page.context.add_cookies([cookie])
    tab.page.get_by_role("button", name="Lưu nháp").click()
    tab.page.get_by_text("Đã lưu bản nháp").wait_for()
    assert Article.objects.get().title == "Gõ khi phiên đã hết"


def test_a_picture_is_put_where_the_cursor_stands(people):
    tab = people("cong_tac_vien")
    tab.open(NEW)
    tab.page.evaluate(READY)
    tab.page.get_by_label("Tiêu đề").fill("Bài có ảnh")
    tab.page.get_by_label("Chuyên mục").select_option(label="Khoa giáo")
    text = tab.page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    text.click()
    tab.page.keyboard.type("Đoạn đầu.")
    box = tab.page.locator(".insert")
    box.locator("summary").click()
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_file().getvalue()}
    box.get_by_label("Tệp ảnh").set_input_files(file)
    box.get_by_label("Mô tả").fill("Đại biểu biểu quyết")
    box.get_by_label("Chú thích").fill("Quang cảnh hội nghị")
    box.get_by_role("button", name="Chèn vào chỗ con trỏ").click()
    box.get_by_text("Đã chèn ảnh vào bài.").wait_for()
    tab.page.get_by_role("button", name="Lưu nháp").click()
    tab.page.get_by_text("Đã lưu bản nháp").wait_for()
    body = Article.objects.get().body
    assert body.startswith("<p>Đoạn đầu.</p>")
    assert 'alt="Đại biểu biểu quyết"' in body
    assert "<figcaption>Quang cảnh hội nghị</figcaption>" in body
    assert tab.errors == []
    assert tab.elsewhere == []


def test_without_javascript_a_writer_writes_paragraphs(browser, live_server, client, cast):
    make_category("Khoa giáo")
    client.force_login(cast["cong_tac_vien"])
    name = settings.SESSION_COOKIE_NAME
    with browser.new_context(java_script_enabled=False) as context:
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        context.add_cookies([cookie])
        tab = context.new_page()
        tab.goto(f"{live_server.url}{NEW}")
        assert not tab.locator(".insert").is_visible()
        tab.get_by_label("Tiêu đề").fill("Viết trên điện thoại cũ")
        tab.get_by_label("Chuyên mục").select_option(label="Khoa giáo")
        tab.get_by_label("Nội dung").fill("Đoạn một.\n\nĐoạn hai.")
        tab.get_by_role("button", name="Lưu nháp").click()
    article = Article.objects.get()
    assert article.body == "<p>Đoạn một.</p>\n\n<p>Đoạn hai.</p>"
    assert client.get(page(article)).status_code == 200
