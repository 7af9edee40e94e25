"""What a careful colleague would say of an article before it goes out; never a ban."""

from html.parser import HTMLParser

from django.urls import Resolver404, resolve

from core.vietnamese import tone_key

LEAD_WORDS = 80
PICTURE_WIDTH = 800  # pixels; the widest that the page shows
VAGUE = {"tại đây", "ở đây", "đây", "xem thêm", "chi tiết", "link", "bấm vào đây"}


def advice(article) -> list[str]:
    """Sentences in Vietnamese, the most important first; none where all is well."""
    page = Reading()
    page.feed(article.body)
    return [
        *of_pictures(article, page),
        *of_links(page),
        *of_headings(page),
        *of_text(article),
    ]


class Reading(HTMLParser):
    """Pictures, links and headings of a sanitised body."""

    def __init__(self):
        super().__init__()
        self.without_alt = 0
        self.levels = []
        self.links = []
        self.text = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "img" and not attributes.get("alt", "").strip():
            self.without_alt += 1
        elif tag == "a" and "href" in attributes:
            self.links.append([attributes["href"], ""])
            self.text = self.links[-1]
        elif tag in ("h2", "h3", "h4"):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag):
        if tag == "a":
            self.text = None

    def handle_data(self, data):
        if self.text:
            self.text[1] += data


def of_pictures(article, page):
    if page.without_alt:
        yield f"{page.without_alt} ảnh trong bài chưa có mô tả cho người không thấy ảnh."
    if article.picture and not article.picture.alt:
        yield "Ảnh đại diện chưa có mô tả cho người không thấy ảnh."
    if article.picture and article.picture.width < PICTURE_WIDTH:
        yield f"Ảnh đại diện nhỏ: rộng {article.picture.width} điểm, nên từ {PICTURE_WIDTH}."


def of_links(page):
    for href, text in page.links:
        if tone_key(" ".join(text.split())).strip(" .") in map(tone_key, VAGUE):
            yield f"Liên kết “{text.strip()}” không nói dẫn tới đâu; hãy đặt vào tên trang."
        if href.startswith("/") and not leads_somewhere(href):
            yield f"Liên kết “{text.strip()}” dẫn tới trang không có: {href}"


def leads_somewhere(path):
    """Whether one of our addresses has this form; the page itself is not asked for."""
    try:
        resolve(path.split("#")[0].split("?")[0])
    except Resolver404:
        return False
    return True


def of_headings(page):
    before = 1
    for level in page.levels:
        if level > before + 1:
            yield f"Tiêu đề mục nhảy cấp: từ cấp {before} sang cấp {level}."
        before = level


def of_text(article):
    words = len(article.lead.split())
    if words > LEAD_WORDS:
        yield f"Sa-pô dài {words} chữ; nên trong {LEAD_WORDS}."
    if not article.lead:
        yield "Bài chưa có sa-pô."
    if article.source_url and not article.source:
        yield "Bài lấy từ nơi khác cần ghi tên nguồn (Nghị định 147/2024)."
    if article.source and not article.source_published_at:
        yield "Bài lấy từ nơi khác cần ghi thời gian đăng gốc (Nghị định 147/2024)."
    twin = (
        type(article)
        .objects.filter(title=article.title)
        .exclude(pk__in=[article.pk, article.original_id])
    )
    if twin.published().exists():
        yield "Đã có bài cùng tiêu đề này trên trang."
