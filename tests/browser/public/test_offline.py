"""Without a network: what was read and what was saved opens again, marked; nothing private does."""

import pytest

from tests.browser.public.conftest import new_tab
from tests.browser.public.kinds import article, paper, withdrawn

pytestmark = pytest.mark.django_db
SHELVES = """
async () => {
  const urls = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
  return urls;
}
"""
KEEP = """
async (path) => (await caches.open("pages")).put(path, new Response("<main>Bài còn đây</main>"))
"""
READY = "async () => { await navigator.serviceWorker.ready; }"
MARK = "Đây là bản đã lưu trên máy"


@pytest.fixture
def phone(browser, demo):
    """A phone whose browser has the service worker and was on the home page."""
    tab = new_tab(browser, demo.url, service_workers="allow")
    tab.open("/")
    tab.page.evaluate(READY)
    kept(tab, "/")
    yield tab
    tab.page.context.close()


def kept(tab, path):
    """Waits until a page lies on this device."""
    found = "async (path) => Boolean(await caches.match(path))"
    tab.page.wait_for_function(found, arg=path)


def test_pages_that_were_read_open_again_and_say_that_they_are_old(phone):
    read = article().get_absolute_url()
    phone.open(read)
    kept(phone, read)
    phone.page.context.set_offline(True)
    phone.page.reload()
    assert phone.page.get_by_text(MARK).is_visible()
    assert phone.page.locator(".prose").is_visible()
    phone.open("/")
    assert phone.page.get_by_text(MARK).is_visible()
    phone.page.context.set_offline(False)
    phone.page.reload()
    assert phone.page.get_by_text(MARK).count() == 0


def test_a_page_never_read_leads_to_the_list_of_those_that_were(phone):
    phone.page.context.set_offline(True)
    phone.open("/van-ban/")
    assert phone.page.get_by_role("heading", name="Đọc khi không có mạng").is_visible()
    listed = phone.page.locator("[data-kept=pages] a")
    listed.first.click()
    phone.page.get_by_text(MARK).wait_for()


def test_a_saved_paper_opens_with_its_file_and_can_be_let_go(phone):
    address = paper().get_absolute_url()
    phone.open(address)
    phone.page.get_by_role("button", name="Lưu để đọc khi không có mạng").click()
    phone.page.get_by_text("Đã lưu trên máy này.").wait_for()
    file = f"{address}tep/1/"
    assert file in phone.page.evaluate(SHELVES)
    phone.page.context.set_offline(True)
    phone.open("/ngoai-tuyen/")
    phone.page.locator("[data-kept=papers] a").click()
    phone.page.get_by_role("link", name="Đọc trên trang").first.click()
    phone.page.get_by_role("heading", name="Trang 1").wait_for()
    assert phone.page.get_by_text(MARK).is_visible()
    phone.page.context.set_offline(False)
    phone.open(address)
    phone.page.get_by_role("button", name="Bỏ bản đã lưu trên máy").click()
    phone.page.get_by_role("button", name="Lưu để đọc khi không có mạng").wait_for()
    assert file not in phone.page.evaluate(SHELVES)


def test_what_was_withdrawn_goes_from_the_device(phone):
    address = withdrawn().get_absolute_url()
    phone.page.evaluate(KEEP, address)
    assert address in phone.page.evaluate(SHELVES)
    assert phone.open(address).status == 410
    phone.page.wait_for_function("async (path) => !(await caches.match(path))", arg=address)


def test_pages_of_somebody_signed_in_are_never_kept(phone, people):
    phone.page.context.add_cookies(people["bao_cao_vien"].page.context.cookies())
    asked = ["/bao-cao-vien/", "/tai-khoan/", "/van-ban/", article().get_absolute_url()]
    for address in asked:
        assert phone.open(address).ok
    assert phone.page.get_by_role("link", name="Đăng nhập").count() == 0
    shelves = phone.page.evaluate(SHELVES)
    assert "/" in shelves
    assert not set(asked) & set(shelves)
