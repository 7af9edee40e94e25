"""The lists of the portal that a menu may lead to, and which addresses belong to each."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Place:
    """`also`: beginnings of other addresses that lie in it, for the mark of the current entry."""

    label: str
    name: str
    also: tuple[str, ...] = ()

    @property
    def url(self):
        return reverse(self.name)


PLACES = {
    "news": Place("Tin tức", "news:index", ("/the/", "/tac-gia/", "/luu-tru/", "/dong-su-kien/")),
    "topics": Place("Dòng sự kiện", "news:topics"),
    "archive": Place("Lưu trữ theo tháng", "news:archive"),
    "feed": Place("Kênh tin RSS", "news:feed"),
    "documents": Place("Văn bản", "documents:index", ("/bo-tai-lieu/", "/an-pham/")),
    "packs": Place("Bộ tài liệu", "documents:packs"),
    "series": Place("Ấn phẩm", "documents:series_list"),
    "galleries": Place("Thư viện ảnh", "library:galleries"),
    "recordings": Place("Âm thanh, video", "library:recordings"),
    "organisation": Place("Cơ cấu tổ chức", "pages:organisation"),
    "week": Place("Lịch công tác", "pages:this_week", ("/lich-cong-tac/",)),
    "questions": Place("Góp ý, hỏi đáp", "feedback:questions"),
    "consultations": Place("Lấy ý kiến dự thảo", "feedback:consultations"),
    "polls": Place("Thăm dò ý kiến", "polls:index"),
    "search": Place("Tìm kiếm", "search:search"),
    "offline": Place("Đọc khi không có mạng", "pages:offline"),
    "accessibility": Place("Khả năng tiếp cận", "pages:accessibility"),
    "privacy": Place("Quyền riêng tư", "accounts:privacy"),
}
FOOTER = (
    "search", "questions", "consultations", "galleries", "recordings", "archive", "feed",
    "accessibility", "privacy",
)  # fmt: skip


def names():
    return [(name, place.label) for name, place in PLACES.items()]
