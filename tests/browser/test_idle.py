"""The warning before an idle sign-out: in two tabs, by keyboard; nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.sessions.models import Session
from tests.factories import make_article, make_person

LIMIT = timedelta(minutes=30)


@pytest.fixture
def lan(transactional_db):
    return make_person("lan", "bien_tap_vien")


def quiet_for(seconds):
    """Nobody was there for so long, says the server."""
    Session.objects.update(last_seen_at=timezone.now() - timedelta(seconds=seconds))


def almost_over(page, seconds=50):
    """The clock of the page and of the server stand so long before the sign-out."""
    quiet = (LIMIT + LIMIT / 60).total_seconds() - seconds
    quiet_for(quiet)
    page.clock.fast_forward(int(quiet * 1000))


def opened(tab, path):
    tab.page.clock.install()
    tab.open(path)
    return tab.page


def dialog_of(page):
    dialog = page.get_by_role("alertdialog", name="Sắp hết phiên đăng nhập")
    dialog.wait_for()
    return dialog


def over(page):
    quiet_for(LIMIT.total_seconds() * 2)
    page.clock.fast_forward(61_000)
    page.wait_for_url("**/tai-khoan/dang-nhap/?het-phien=1&next=*")


def sign_in(page):
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("lan-lan-1")
    page.get_by_role("button", name="Đăng nhập").click()


def test_it_warns_a_minute_before_and_the_keyboard_stays(signed_in, lan):
    page = opened(signed_in(lan), "/tai-khoan/")
    almost_over(page)
    dialog = dialog_of(page)
    stay = dialog.get_by_role("button", name="Duy trì đăng nhập")
    assert stay.evaluate("button => button === document.activeElement")
    told = re.search(r"Thời gian chờ: (\d+) giây", dialog.inner_text())
    assert 40 <= int(told[1]) <= 50
    described = dialog.get_attribute("aria-describedby")
    assert "duy trì trạng thái đăng nhập" in page.locator(f"#{described}").inner_text()
    with page.expect_response("**/tai-khoan/phien/"):
        page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")
    assert Session.objects.get().remaining > 1700


def test_the_escape_key_stays_and_the_last_seconds_are_read_aloud(signed_in, lan):
    page = opened(signed_in(lan), "/tai-khoan/")
    almost_over(page)
    dialog = dialog_of(page)
    page.clock.run_for(25_000)
    assert dialog.get_by_role("status").inner_text() == "Còn 30 giây."
    with page.expect_response("**/tai-khoan/phien/"):
        page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_staying_in_one_tab_stays_in_all(signed_in, lan):
    tab = signed_in(lan)
    first = opened(tab, "/tai-khoan/")
    second = tab.page.context.new_page()
    second.clock.install()
    second.goto(f"{tab.home}/quan-tri/")
    almost_over(second)
    first.clock.fast_forward(1_750_000)
    dialog_of(first)
    dialog_of(second).get_by_role("button", name="Duy trì đăng nhập").click()
    first.get_by_role("alertdialog").wait_for(state="hidden")
    second.get_by_role("alertdialog").wait_for(state="hidden")


def test_work_in_another_tab_keeps_this_one_without_a_warning(signed_in, lan):
    page = opened(signed_in(lan), "/tai-khoan/")
    with page.expect_response("**/_/phien/"):
        page.clock.fast_forward(1_750_000)
    assert page.get_by_role("alertdialog").count() == 0


def test_typing_without_loading_a_page_is_told_to_the_server(signed_in, lan):
    page = opened(signed_in(lan), "/quan-tri/")
    quiet_for(600)
    page.keyboard.press("a")
    with page.expect_response("**/tai-khoan/phien/"):
        page.clock.fast_forward(31_000)
    assert Session.objects.get().remaining > 1700


def test_a_text_that_saves_itself_comes_back_after_signing_in_again(signed_in, lan):
    draft = make_article("Tên cũ", status="draft")
    page = opened(signed_in(lan), f"/quan-tri/news/article/{draft.pk}/change/")
    page.locator("#id_title").fill("Tên gõ trước khi hết phiên")
    with page.expect_response("**/tai-khoan/phien/"):
        page.clock.run_for(31_000)
    page.get_by_text("Chữ đang gõ đã được giữ").wait_for()
    almost_over(page)
    dialog_of(page)
    over(page)
    assert "lâu không thao tác" in page.locator("main").inner_text()
    sign_in(page)
    page.wait_for_url("**/change/?ban-go-do=*")
    assert page.locator("#id_title").input_value() == "Tên gõ trước khi hết phiên"


def test_a_plain_form_comes_back_to_the_same_person_after_signing_in_again(signed_in, lan):
    lan.is_superuser = True
    lan.save()
    page = opened(signed_in(lan), "/quan-tri/news/genre/add/")
    page.locator("#id_name").fill("Phóng sự ảnh")
    with page.expect_response("**/tai-khoan/phien/"):
        page.clock.run_for(31_000)
    almost_over(page)
    dialog_of(page)
    over(page)
    sign_in(page)
    page.wait_for_url("**/quan-tri/news/genre/add/")
    page.get_by_text("Đã đưa lại chữ").wait_for()
    assert page.locator("#id_name").input_value() == "Phóng sự ảnh"


def test_signing_in_needs_no_javascript(browser, live_server, lan):
    with browser.new_context(locale="vi-VN", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/quan-tri/")
        sign_in(page)
        page.wait_for_url("**/quan-tri/")
