"""What people come for, from the first page to what they wanted. The writer's way is in
tests/browser/test_contributor.py."""

import pytest
from django.conf import settings

from news.models import Article
from tests.browser.public.conftest import new_tab
from tests.browser.public.kinds import article

pytestmark = pytest.mark.django_db
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def visitor(browser, demo):
    """Opens a tab of somebody new on this device; afterwards no error is known."""
    tabs = []

    def start(**device):
        tabs.append(new_tab(browser, demo.url, **device))
        return tabs[-1]

    yield start
    for tab in tabs:
        assert tab.errors == []
        assert tab.elsewhere == []
        tab.page.context.close()


def follow(locator):
    """Clicks what leads to another page, and is there."""
    with locator.page.expect_navigation():
        locator.click()


def sign_in(tab, role, area):
    """By the form, with the demo's password, as the launcher prints it."""
    lines = (settings.VAR_DIR / "demo-accounts.txt").read_text().splitlines()
    name, password = next(line.split()[:2] for line in lines if line.endswith(f" {role}"))
    tab.open(area)
    tab.page.get_by_label("Tên đăng nhập").fill(name)
    tab.page.get_by_label("Mật khẩu", exact=True).fill(password)
    tab.page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    tab.page.wait_for_url(f"**{area}")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_citizen_on_a_phone_finds_an_article_and_what_came_before_it(visitor, scripts):
    tab = visitor(java_script_enabled=scripts, **PHONE)
    page = tab.page
    tab.open("/")
    page.get_by_role("button", name="Mục", exact=True).tap()
    page.get_by_role("navigation").get_by_text("Dân vận", exact=True).first.tap()
    follow(page.get_by_role("navigation").get_by_role("link", name="Tất cả: Dân vận"))
    assert page.locator("h1").inner_text() == "Dân vận"
    page.get_by_role("searchbox").first.fill("hon may")
    follow(page.get_by_role("button", name="Tìm kiếm"))
    follow(page.locator("main a", has_text="Hòn Mây").first)
    assert "Hòn Mây" in page.locator(".prose").inner_text()
    follow(page.locator("section", has_text="Những tin cũ hơn").get_by_role("link").first)
    assert page.locator(".prose").count() == 1
    follow(page.get_by_role("link", name="Bản in"))
    assert page.get_by_role("link", name="Về bài viết").is_visible()
    assert page.context.cookies() == []


@pytest.mark.parametrize("scripts", [True, False])
def test_an_official_finds_a_paper_by_its_number_reads_it_and_takes_it(visitor, scripts):
    tab = visitor(java_script_enabled=scripts, **DESK)
    page = tab.page
    tab.open("/")
    page.get_by_label("Tra văn bản theo số, ký hiệu").last.fill("15 hd btgdvtu")
    follow(page.get_by_role("button", name="Tra", exact=True))
    follow(page.locator("main a", has_text="80 năm Cách mạng Tháng Tám").first)
    assert "15-HD/BTGDVTU" in page.locator("main").inner_text()
    button = page.get_by_role("link", name="Tải về").first
    with page.expect_download() as download:
        button.click()
    with download.value.path().open("rb") as file:
        assert file.read(5) == b"%PDF-"
    follow(page.get_by_role("link", name="Đọc trên trang").first)
    assert page.get_by_role("heading", name="Trang 1").is_visible()


def test_a_speaker_signs_in_reads_says_so_and_leaves_nothing_behind(visitor):
    tab = visitor(**PHONE)
    page = tab.page
    sign_in(tab, "bao_cao_vien", "/bao-cao-vien/")
    page.get_by_role("button", name="Xác nhận đã đọc").first.tap()
    page.get_by_text("Đã ghi nhận Ông (bà) đã đọc").wait_for()
    paper = page.locator(".briefings__link").first.get_attribute("href")
    assert tab.open(paper).status == 200
    tab.open("/tai-khoan/")
    follow(page.get_by_role("button", name="Đăng xuất").first)
    assert tab.open(paper).status == 404
    tab.errors.clear()  # of the page that is not there


def test_an_editor_changes_what_is_published_and_a_secretary_lets_it_out(visitor, demo):
    changed = article()
    form = f"/quan-tri/news/article/{changed.pk}/change/"
    tab = visitor(**DESK)
    page = tab.page
    sign_in(tab, "bien_tap_vien", form)
    page.get_by_role("button", name="Mở bản sửa").click()
    page.locator("#id_title").fill("Lá cờ trên nóc nhà sàn")
    page.get_by_role("button", name="Lưu và tiếp tục chỉnh sửa").click()
    page.locator(".messagelist .success").wait_for()
    page.get_by_role("button", name="Gửi duyệt", exact=True).click()
    page.get_by_text("đã gửi duyệt").wait_for()
    visiting = visitor(**PHONE)
    visiting.open(changed.get_absolute_url())
    assert visiting.page.locator("h1").inner_text() == changed.title

    copy = Article.objects.get(original=changed)
    tab = visitor(**DESK)
    sign_in(tab, "thu_ky", f"/quan-tri/news/article/{copy.pk}/change/")
    tab.page.get_by_role("button", name="Thay bản đang đăng", exact=True).click()
    tab.page.get_by_text("đã thay bản đang đăng").wait_for()
    tab.errors.clear()  # the form kept itself once more while its copy was going
    visiting.page.reload()
    assert visiting.page.locator("h1").inner_text() == "Lá cờ trên nóc nhà sàn"
