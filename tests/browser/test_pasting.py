"""Pasting from Word through the server, and what happens where it does not answer."""

import pytest

from core.sanitise import clean_html
from news.models import Article
from tests.browser.desk import PASTE

PASTE_ADDRESS = "**/quan-tri/news/article/dan/"
OLD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 11"><style>p.MsoNormal{{margin:0cm;font-family:".VnTime"}}</style></head>
<body lang=EN-US><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b><span style='font-size:14.0pt;
font-family:".VnTimeH"'>héi nghÞ</span></b><span style='font-size:14.0pt'> Uû ban nh©n d©n tØnh
S¬n La<o:p></o:p></span></p>
<p class=MsoNormal><span style='font-family:"VNI-Times"'>Ñaûng boä tænh</span><o:p></o:p></p>
<!--EndFragment--></body></html>
"""
UNICODE = "<p><strong>HỘI NGHỊ</strong> Uỷ ban nhân dân tỉnh Sơn La</p><p>Đảng bộ tỉnh</p>"


def test_old_fonts_become_unicode(desk):
    desk = desk(body="<p>Trước.</p>")
    desk.text.click()
    desk.page.keyboard.press("Control+End")
    desk.page.evaluate(PASTE, OLD)
    desk.text.get_by_text("Đảng bộ tỉnh").wait_for()
    desk.page.keyboard.type(" và huyện")
    assert desk.data() == "<p>Trước.</p>" + UNICODE.replace("bộ tỉnh", "bộ tỉnh và huyện")
    assert desk.page.locator(".cke_notification").count() == 0
    desk.page.keyboard.press("Control+z")
    desk.page.keyboard.press("Control+z")
    assert desk.data() == "<p>Trước.</p>"


def test_the_text_lands_where_it_was_pasted_whatever_is_typed_meanwhile(desk):
    desk = desk(body="<p>Một</p><p>Hai</p>")
    waiting = []
    desk.page.route(PASTE_ADDRESS, lambda route: waiting.append(route))
    desk.text.locator("p").first.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.type(" ")
    desk.page.evaluate(PASTE, "<p class=MsoNormal style='font-family:.VnTime'>nh©n d©n</p>")
    desk.page.get_by_text("Đang chuyển chữ dán").wait_for()
    desk.text.locator("p").last.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.type(" thêm")
    desk.page.locator("#id_title").focus()
    waiting[0].continue_()
    desk.text.get_by_text("nhân dân").wait_for()
    assert desk.page.evaluate("document.activeElement.id") == "id_title"
    assert clean_html(desk.data()) == "<p>Một nhân dân</p><p>Hai thêm</p>"


def test_a_save_waits_for_the_pasted_text(desk):
    desk = desk(body="")
    waiting = []
    desk.page.route(PASTE_ADDRESS, lambda route: waiting.append(route))
    desk.text.click()
    desk.page.evaluate(PASTE, OLD)
    desk.page.get_by_text("Đang chuyển chữ dán").wait_for()
    desk.page.locator("[name=_save]").click()
    with desk.page.expect_navigation():
        waiting[0].continue_()
    assert Article.objects.get().body == UNICODE


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda route: route.abort(), "còn nguyên mã cũ"),
        (lambda route: route.fulfill(status=500, body="x"), "còn nguyên mã cũ"),
        (lambda route: route.fulfill(status=400, json={"error": "Đoạn dán quá dài."}), "quá dài"),
    ],
    ids=["lost", "failed", "refused"],
)
def test_without_an_answer_the_editors_own_cleaning_does_it(desk, answer, said):
    desk = desk(body="")
    desk.page.route(PASTE_ADDRESS, answer)
    desk.text.click()
    desk.page.evaluate(PASTE, OLD)
    desk.page.get_by_text(said).wait_for()
    desk.text.get_by_text("Uû ban nh©n d©n").wait_for()
    assert "Mso" not in desk.data()
    assert "<strong>héi nghÞ</strong>" in desk.data()
    desk.tab.errors.clear()  # of the lost answer


def test_a_page_of_the_web_is_pasted_without_asking_the_server(desk):
    desk = desk(body="")
    desk.page.route(PASTE_ADDRESS, lambda route: pytest.fail("asked"))
    desk.text.click()
    desk.page.evaluate(PASTE, '<h1>Tin</h1><p style="color:red">Một <b>hai</b></p>')
    desk.text.get_by_text("hai").wait_for()
    assert desk.data() == "<h2>Tin</h2><p>Một <strong>hai</strong></p>"
