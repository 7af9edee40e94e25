"""Every line that today's portals show has its place on the demo site (domain.md, section 2)."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import User
from news.models import Article

# Label: (page, what stands there). The page is home, article or signed in.
LABELS = {
    "Ảnh cờ động": ("home", r'<img class="masthead__art[^>]+alt="[^"]+"'),
    "NHIỆT LIỆT CHÀO MỪNG 80 NĂM …": ("home", r"slogan__words\">NHIỆT LIỆT CHÀO MỪNG \d+ NĂM"),
    "slide or ticker of titles": ("home", r'class="slides__link" href="/[^"]+"'),
    "Tin tức hoạt động": ("home", r'nav__summary">Tin tức hoạt động'),
    "Khoa giáo": ("home", r'class="nav__link" href="/tin-tuc/khoa-giao/"[^>]*>Khoa giáo'),
    "second level of the menu": ("home", r'class="nav__child" href="[^"]+"[^>]*>Hoạt động của Ban'),
    "Đăng ngày": ("article", r"Đăng ngày: <time[^>]+>(Thứ \w+|Chủ nhật) - [\d/]{10} \d\d:\d\d<"),
    "Lượt xem of an article": ("article", r"Lượt xem: [\d.]+"),
    "lead": ("article", r'class="prose__lead"'),
    "caption": ("article", r"<figcaption"),
    "inline picture": ("article", r"<img [^>]*alt="),
    "Tác giả bài viết / Bài ảnh": ("article", r"(Tác giả bài viết|Bài, ảnh|Ảnh): "),
    "Nguồn": ("sourced", r"Nguồn: <a [^>]+>.+</a>, <time"),
    "Tổng số điểm của bài viết": (
        "article",
        r"Tổng số điểm của bài viết là: [\d.]+ trong [\d.]+ đánh giá",
    ),
    "Click để đánh giá bài viết": ("article", r"<a [^>]+>Click để đánh giá bài viết</a>"),
    "Những tin mới hơn": ("article", r"Những tin mới hơn"),
    "Những tin cũ hơn": ("article", r"Những tin cũ hơn"),
    "Tin liên quan": ("article", r"Tin liên quan"),
    "Thông tin mới nhất": ("article", r"Thông tin mới nhất"),
    "Văn bản mới": ("article", r"Văn bản mới"),
    "symbol, Lượt xem, lượt tải": ("article", r"Lượt xem: [\d.]+</span><span>lượt tải: [\d.]+"),
    "bao chi, bacho 2, truongsa, sls": ("article", r'picture-links__picture"[^>]+alt="[^"]{8,}"'),
    "Đăng nhập": ("article", r"Đăng nhập</a>"),
    "Hãy đăng nhập …": ("article", r"Hãy đăng nhập tài khoản để sử dụng tài liệu Báo cáo viên"),
    **{
        name: ("home", rf"Thống kê</h2>(?s:.)*?{name}(?s:.){{,80}}?\d")
        for name in (
            *("Đang truy cập", "Máy chủ tìm kiếm", "Khách viếng thăm", "Hôm nay"),
            *("Trong tuần", "Tháng hiện tại", "Tổng lượt truy cập"),
        )
    },
    "Thăm dò ý kiến (two at once)": (
        "home",
        r'(?s)>Thăm dò ý kiến</a></h2>(.*?<section class="poll" ){2}',
    ),
    "TRANG THÔNG TIN ĐIỆN TỬ": ("home", r"(?i)trang thông tin điện tử<br>"),
    "Giấy phép số": ("home", r"Giấy phép số: \d"),
    "Chịu trách nhiệm": ("home", r"Chịu trách nhiệm: \w"),
    "Địa chỉ": ("home", r"Địa chỉ: \w"),
    "Điện thoại": ("home", r'Điện thoại: <a href="tel:\d+"'),
    "Fax": ("home", r"Fax: \d"),
    "Email": ("home", r'Email: <a href="mailto:[^"]+"'),
    "Website": ("home", r'Website: <a href="https?://[^"]+"'),
    "Bạn đã không sử dụng Site …": ("signed in", r"duy trì trạng thái đăng nhập"),
    "Thời gian chờ: 60 giây": ("signed in", r"Thời gian chờ: <b data-idle-left>60</b> giây"),
    "top / down": ("home", r'(?s)href="#noi-dung">.{,300}Lên đầu trang'),
}


@pytest.fixture
def pages(db, settings, tmp_path, client):
    settings.VAR_DIR = tmp_path / "var"
    call_command("load_demo", stdout=StringIO())
    public = Article.objects.published().newest_first()
    written = public.exclude(author="").filter(body__contains="<figcaption")
    article = next(
        a for a in written.exclude(picture=None) if len(public.for_title().beside(a, near=1)) == 2
    )
    sourced = public.exclude(source_url="").exclude(source_published_at=None).first()
    found = {
        "home": client.get("/").content.decode(),
        "article": client.get(article.get_absolute_url()).content.decode(),
        "sourced": client.get(sourced.get_absolute_url()).content.decode(),
    }
    client.force_login(User.objects.filter(groups__name="cong_tac_vien").first())
    return found | {"signed in": client.get("/").content.decode()}


def test_every_line_of_todays_portals_is_on_the_demo_site(pages):
    missing = [
        f"{label} ({page})"
        for label, (page, pattern) in LABELS.items()
        if not re.search(pattern, pages[page])
    ]
    assert not missing


def test_nobody_who_did_not_sign_in_is_warned_of_being_idle(pages):
    assert "Thời gian chờ" not in pages["home"]
    assert "No title" not in pages["home"]
