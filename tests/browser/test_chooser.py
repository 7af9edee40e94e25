"""Choosing a picture of the library for a text and for the lead picture, by keyboard."""

import pytest

from library.markup import figure
from library.models import Picture
from tests.browser.test_editor import canonical
from tests.library.conftest import drawn, encoded, picture_file


@pytest.fixture
def pictures(transactional_db):
    return [
        Picture.objects.add(picture_file(color=color), alt=alt, caption=alt, credit="Trần Sơn")
        for color, alt in (("red", "Đại biểu biểu quyết"), ("blue", "Toàn cảnh hội trường"))
    ]


def opened(desk):
    desk.press("library")
    dialog = desk.page.get_by_role("dialog", name="Chọn ảnh từ thư viện")
    dialog.get_by_label("Tìm theo").wait_for()
    return dialog


def test_a_picture_is_found_by_words_and_stands_where_the_caret_was(desk, pictures):
    desk = desk(body="<p>Một</p><p>Hai</p>")
    desk.text.locator("p").first.click()
    desk.page.keyboard.press("End")
    dialog = opened(desk)
    assert dialog.locator("[data-chooser-picture]").count() == 2
    desk.page.keyboard.type("bieu quyet")
    desk.page.keyboard.press("Enter")
    only = dialog.get_by_role("button", name="Đại biểu biểu quyết")
    dialog.get_by_role("button", name="Toàn cảnh").wait_for(state="detached")
    only.press("Enter")
    dialog.wait_for(state="detached")
    desk.text.locator("figure img").first.wait_for()
    written = f"<p>Một</p>{figure(pictures[0])}<p>Hai</p>"
    assert canonical(desk.save()) == canonical(written)


def test_escape_closes_it_and_one_goes_on_typing(desk, pictures):
    desk = desk(body="<p>Một</p>")
    desk.text.locator("p").click()
    desk.page.keyboard.press("End")
    dialog = opened(desk)
    desk.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    desk.page.keyboard.type(" hai")
    assert desk.data() == "<p>Một hai</p>"


def test_a_new_picture_is_sent_in_right_there(desk, transactional_db):
    desk = desk(body="")
    dialog = opened(desk)
    dialog.get_by_text("Thư viện chưa có ảnh nào.").wait_for()
    new = {"name": "moi.png", "mimeType": "image/png", "buffer": encoded(drawn())}
    dialog.get_by_label("Ảnh mới từ máy này").set_input_files(new)
    dialog.get_by_role("button", name="Tải lên").click()
    dialog.locator("[data-chooser-picture]").click()
    desk.text.locator("figure img").first.wait_for()
    assert Picture.objects.get().key in desk.save()


def test_what_is_no_picture_is_answered_in_the_dialog(desk, transactional_db):
    desk = desk(body="")
    dialog = opened(desk)
    rubbish = {"name": "a.png", "mimeType": "image/png", "buffer": b"no"}
    dialog.get_by_label("Ảnh mới từ máy này").set_input_files(rubbish)
    dialog.get_by_role("button", name="Tải lên").click()
    dialog.get_by_text("không phải ảnh").wait_for()
    desk.tab.errors.clear()  # of the 400


def test_the_lead_picture_is_chosen_the_same_way(desk, pictures):
    desk = desk(body="<p>a</p>")
    button = desk.page.get_by_role("button", name="Chọn từ thư viện")
    button.click()
    dialog = desk.page.get_by_role("dialog", name="Chọn ảnh từ thư viện")
    dialog.get_by_role("button", name="Toàn cảnh").click()
    dialog.wait_for(state="detached")
    assert button.evaluate("button => button === document.activeElement")
    assert "Toàn cảnh" in desk.page.locator(".field-picture .select2-selection").inner_text()
    desk.save()
    assert desk.article.picture == pictures[1]


def test_a_library_out_of_reach_says_so_and_closes(desk, pictures):
    desk = desk(body="<p>a</p>")
    desk.page.route("**/library/picture/chon/**", lambda route: route.abort())
    desk.press("library")
    dialog = desk.page.get_by_role("dialog", name="Chọn ảnh từ thư viện")
    dialog.get_by_text("Chưa mở được thư viện ảnh").wait_for()
    dialog.get_by_role("button", name="Đóng").click()
    dialog.wait_for(state="detached")
    desk.tab.errors.clear()  # of the lost answer
