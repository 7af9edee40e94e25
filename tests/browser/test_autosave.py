"""Crashes, lost connections, expired sessions and a second editor: nothing typed is lost."""

import re

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.test.testcases import LiveServerThread
from pytest_django.live_server_helper import LiveServer

from accounts.sessions.models import Session
from core.autosave import Autosave
from library.models import Gallery, Picture
from tests.browser.desk import Desk, typed_in
from tests.factories import make_article, make_person
from tests.library.conftest import picture_file

EVERY = 20_000
SAVE = re.compile(r"/tu-luu/$")


@pytest.fixture
def lan(transactional_db):
    return make_person("lan", "bien_tap_vien")


@pytest.fixture
def draft(transactional_db):
    return make_article("Tên cũ", status="draft", body="<p>Cũ</p>")


class ReusingServer(ThreadedWSGIServer):
    def __init__(self, *args, allow_reuse_address, **kwargs):
        super().__init__(*args, allow_reuse_address=True, **kwargs)


@pytest.fixture
def own_server(transactional_db, monkeypatch):
    """A server that a test may kill and start again at the same address. It keeps no connection
    open, which a thread of it would go on answering."""
    monkeypatch.setattr(WSGIRequestHandler, "protocol_version", "HTTP/1.0")
    monkeypatch.setattr(LiveServerThread, "server_class", ReusingServer)
    servers = [LiveServer("127.0.0.1")]

    def restart():
        servers.append(LiveServer(f"127.0.0.1:{servers[0].thread.port}"))

    yield servers[0], restart
    servers[-1].stop()


def opened(tab, draft):
    """The article's form, on whose clock 20 seconds pass at once."""
    tab.page.clock.install()
    return Desk(tab, draft)


def beat(desk):
    """Twenty seconds later: what the server answered."""
    with desk.page.expect_response(SAVE) as answer:
        desk.page.clock.run_for(EVERY)
    return answer.value


def lost_beat(desk):
    with desk.page.expect_event("requestfailed", lambda request: SAVE.search(request.url)):
        desk.page.clock.run_for(EVERY)


def test_a_machine_that_dies_loses_at_most_twenty_seconds(signed_in, lan, draft, browser):
    tab = signed_in(lan)
    desk = opened(tab, draft)
    desk.text.click()
    desk.page.keyboard.type("Đoạn đã gõ. ")
    assert beat(desk).ok
    desk.page.get_by_text("Chữ đang gõ đã được giữ lúc").wait_for()
    desk.page.keyboard.type("Câu cuối")
    state = tab.page.context.storage_state()["cookies"]
    tab.page.close()
    with browser.new_context(locale="vi-VN") as other_machine:
        other_machine.add_cookies(state)
        page = other_machine.new_page()
        page.goto(tab.home + desk.address)
        page.get_by_role("link", name="Lấy lại").click()
        page.get_by_text("Đã lấy lại chữ gõ dở").wait_for()
        assert "CũĐoạn đã gõ." in page.locator("#id_body").input_value()
    draft.refresh_from_db()
    assert draft.body == "<p>Cũ</p>"


def test_a_killed_server_loses_nothing_of_an_open_page(own_server, signed_in, tab, lan, draft):
    server, restart = own_server
    tab.home = server.url
    desk = opened(signed_in(lan), draft)
    server.stop()
    desk.page.locator("#id_title").fill("Tên gõ khi máy chủ chết")
    lost_beat(desk)
    desk.page.get_by_text("Chưa liên lạc được với máy chủ").wait_for()
    desk.page.locator("[name=_save]").click()
    assert desk.page.locator("#id_title").input_value() == "Tên gõ khi máy chủ chết"
    restart()
    assert beat(desk).ok
    desk.save()
    assert desk.article.title == "Tên gõ khi máy chủ chết"


def test_what_a_browser_kept_without_a_connection_is_offered_again(signed_in, lan, draft):
    desk = opened(signed_in(lan), draft)
    desk.page.context.set_offline(True)
    desk.page.locator("#id_title").fill("Tên gõ khi mất mạng")
    lost_beat(desk)
    desk.page.get_by_text("Chưa liên lạc được").wait_for()
    desk.page.goto("about:blank")
    desk.page.context.set_offline(False)
    desk.tab.open(desk.address)
    desk.page.get_by_text("Máy này còn giữ chữ gõ dở").wait_for()
    desk.page.locator("#id_lead").fill("Gõ tiếp mà chưa để ý")
    assert beat(desk).ok
    with desk.page.expect_navigation(url=re.compile("ban-go-do=")):
        desk.page.get_by_role("button", name="Lấy lại").click()
    assert desk.page.locator("#id_title").input_value() == "Tên gõ khi mất mạng"
    assert desk.page.get_by_text("Máy này còn giữ").count() == 0


def test_an_expired_session_keeps_the_text_until_one_signed_in_again(signed_in, lan, draft):
    desk = opened(signed_in(lan), draft)
    Session.objects.all().delete()
    desk.page.locator("#id_title").fill("Tên gõ khi phiên đã hết")
    desk.page.locator("[name=_save]").click()
    desk.page.get_by_text("Phiên đăng nhập đã hết").wait_for()
    assert desk.page.locator("#id_title").input_value() == "Tên gõ khi phiên đã hết"
    with desk.page.context.expect_page() as opened_page:
        desk.page.get_by_role("link", name="đăng nhập lại ở thẻ mới").click()
    page = opened_page.value
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("lan-lan-1")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/quan-tri/**")
    page.close()
    desk.save()
    assert desk.article.title == "Tên gõ khi phiên đã hết"
    desk.tab.errors.clear()  # of the refused token


def test_a_page_closed_after_the_session_ended_offers_its_text_after_signing_in(
    signed_in, lan, draft
):
    desk = opened(signed_in(lan), draft)
    Session.objects.all().delete()
    desk.page.locator("#id_title").fill("Tên gõ khi phiên đã hết")
    desk.page.clock.run_for(EVERY)
    desk.page.get_by_text("Phiên đăng nhập đã hết").wait_for()
    desk.page.goto("about:blank")
    signed_in(lan)
    desk.tab.open(desk.address)
    desk.page.get_by_role("button", name="Lấy lại").click()
    desk.page.wait_for_url("**ban-go-do=**")
    assert desk.page.locator("#id_title").input_value() == "Tên gõ khi phiên đã hết"


def test_two_editors_on_one_article_see_both_texts_and_lose_none(signed_in, lan, draft, browser):
    desk = opened(signed_in(lan), draft)
    desk.page.locator("#id_title").fill("Tên của Lan")
    nga = make_person("nga", "bien_tap_vien")
    with browser.new_context(locale="vi-VN") as context:
        page = context.new_page()
        typed_in(page, desk.tab.home, "nga", "nga-nga-1")
        page.goto(desk.tab.home + desk.address)
        page.get_by_text("Cũng đang mở: Lan").wait_for()
        page.locator("#id_title").fill("Tên của Nga")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/quan-tri/news/article/")
    assert beat(desk).ok
    desk.page.get_by_text("Đã có bản mới hơn được lưu").wait_for()
    desk.page.locator("[name=_save]").click()
    conflict = desk.page.locator(".newsroom-conflict")
    conflict.get_by_text("Tên của Nga").wait_for()
    conflict.get_by_text("Tên của Lan").wait_for()
    assert desk.page.locator("#id_title").input_value() == "Tên của Lan"
    desk.save()
    assert desk.article.title == "Tên của Lan"
    assert desk.article.history.filter(title="Tên của Nga", history_user=nga).exists()


def test_rows_of_a_gallery_are_kept_and_come_back(signed_in, lan, transactional_db):
    gallery = Gallery.objects.create(title="Ngày hội")
    gallery.append(Picture.objects.add(picture_file(), alt="Múa xòe"))
    tab = signed_in(lan)
    tab.page.clock.install()
    address = f"/quan-tri/library/gallery/{gallery.pk}/change/"
    tab.open(address)
    tab.page.locator("#id_items-0-caption").fill("Chú thích đang gõ")
    tab.page.get_by_text("Thêm một").click()
    tab.page.locator("#id_items-1-caption").fill("Dòng mới")
    with tab.page.expect_response(SAVE):
        tab.page.clock.run_for(EVERY)
    assert Autosave.objects.get().data["items-1-caption"] == ["Dòng mới"]
    tab.open(address)
    tab.page.get_by_role("link", name="Lấy lại").click()
    tab.page.get_by_text("Đã lấy lại chữ gõ dở").wait_for()
    assert tab.page.locator("#id_items-0-caption").input_value() == "Chú thích đang gõ"
    assert tab.page.locator("#id_items-1-caption").input_value() == "Dòng mới"
