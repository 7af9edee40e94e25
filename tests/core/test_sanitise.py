import json
import re
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from time import perf_counter
from unicodedata import is_normalized

import pytest
from django.conf import settings as portal
from hypothesis import given, settings
from hypothesis import strategies as st

from core.sanitise import ATTRIBUTES, TAGS, clean_html, text_of
from core.tidy import MAX_DEPTH

HOSTILE = Path(portal.BASE_DIR).parent / "shared" / "hostile"
SEEDS = Path(portal.BASE_DIR).parent / "shared" / "seeds" / "articles.jsonl"
ALLOWED_LINK = re.compile(
    r"https?://[^/\\]|mailto:|tel:|(?!/[/\\]|\\)[^:/?#]*([/?#]|$)", re.IGNORECASE
)
MARKED = 'rel="external noopener noreferrer"'
SECONDS = 20  # for what takes hours unguarded; a slow machine has its leave


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://tuyengiao.example.vn"


class Inspector(HTMLParser):
    """Reads what came out with another parser and asks of each tag whether it may be there."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS
        for name, value in attrs:
            added = tag == "a" and (name, value) == ("rel", "external noopener noreferrer")
            assert added or name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
            if name in ("src", "srcset", "poster"):
                assert re.match(r"/(?![/\\])", value)
            if name == "href":
                assert ALLOWED_LINK.match(value)

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def inspect(html):
    """Cleans; what comes out is allowed, repaired, and stays as it is when cleaned again."""
    cleaned = clean_html(html)
    inspector = Inspector()
    inspector.feed(cleaned)
    inspector.close()
    assert clean_html(cleaned) == cleaned
    assert is_normalized("NFC", cleaned)
    assert "&nbsp;" not in cleaned
    assert "\0" not in cleaned
    return cleaned


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Mục</h2><h3>Tiểu mục</h3><h4>Điểm</h4>",
        '<p class="text-center">Một<br>hai <b>ba</b> <i>bốn</i> <u>năm</u></p><hr>',
        "<p><strong>a</strong> <em>b</em> <s>c</s> x<sub>2</sub> m<sup>2</sup></p>",
        "<ul><li>một</li><li>hai<ol><li>ba</li></ol></li></ul>",
        '<table><caption>Bảng 1</caption><thead><tr><th scope="col">A</th></tr></thead>'
        '<tbody><tr><td colspan="2" rowspan="3">b</td></tr></tbody></table>',
        "<figure><figcaption>Quang cảnh hội nghị</figcaption></figure>",
        '<figure class="image-right"><img src="/media/a.jpg" alt="Hội nghị" width="640" height="4'
        '27" loading="lazy"><figcaption>Đại biểu dự</figcaption></figure>',
        "<blockquote><p>Không có gì quý hơn</p><cite>Hồ Chí Minh</cite></blockquote>",
        '<p lang="en">Hello <cite lang="fr">Le Monde</cite></p>',
        '<video src="/media/a.mp4" controls="" poster="/media/a.webp"></video>',
        '<audio controls=""><source src="/media/a.mp3" type="audio/mpeg"></audio>',
        '<p><a href="/tin-tuc/">a</a> <a href="#muc-1">b</a> <a href="?trang=2">c</a></p>',
        '<p><a href="mailto:btg@example.vn">a</a> <a href="tel:+842603862301">b</a></p>',
        '<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x" sizes="(max-width: 600px) 90vw" alt="">',
        'Diện tích &lt; 5 ha &amp; "chưa rõ"',
        "",
    ],
)
def test_what_an_editor_needs_stays_as_it_is(html):
    assert inspect(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<h1>Tên bài</h1><h6>Ghi chú</h6>", "<h2>Tên bài</h2><h4>Ghi chú</h4>"),
        ("<div>Một</div><div>hai</div>", "<p>Một</p><p>hai</p>"),
        ("<div><p>Một</p></div>", "<p>Một</p>"),
        ('<p class="MsoNormal" style="color:red" id="x" onclick="y()">a</p>', "<p>a</p>"),
        ('<p class="MsoNormal text-right">a</p>', '<p class="text-right">a</p>'),
        ("<p><span><font size=2>a</font></span><o:p></o:p></p><p>&nbsp;</p>", "<p>a</p>"),
        ("<p>một</p><p><br></p><p><b> </b></p><p>hai</p>", "<p>một</p><p>hai</p>"),
        ("dòng một</p>dòng hai</p>", "dòng một dòng hai"),
        ("một<b> </b>hai", "một hai"),
        ("a<!-- b --><!--[if mso]>c<![endif]-->d", "ad"),
        ("a<script>b</script>c<style>d</style>e", "ace"),
        ('a<iframe src="https://example.com">b</iframe>c', "ac"),
        ("a<form><p>b</p><input></form>c", "ac"),
        ("a<svg><a href=/>b</a></svg>c<object>d</object>", "ac"),
        ("a<form>b", "ab"),
        ("a<script>b", "a"),
        ("<p>một<p>hai<ul><li>ba<li>bốn", "<p>một</p><p>hai</p><ul><li>ba</li><li>bốn</li></ul>"),
        ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
        ("<a name=_Toc1>Chương I</a>", "Chương I"),
        ("2 < 3 <b", "2 &lt; 3"),
        ("<p title='a > b'>c</p>", "<p>c</p>"),
        ("Ða\u0323ng\u00a0b&ocirc;&#803;", "Đạng bộ"),
        ("<b>\u0338a</b>", "<b>a</b>"),
        ("a\0b", "ab"),
        ("<a href=/a>1<a href=/b>2</a>", '<a href="/a">1</a><a href="/b">2</a>'),
        ("  <p>a</p>\n", "<p>a</p>"),
    ],
)
def test_what_comes_from_word_and_old_sites_is_put_in_order(html, cleaned):
    assert inspect(html) == cleaned


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x"),
        *("java&#10;script:x", "&#1;javascript:x", "vbscript:x", "data:text/html,x", "file:///x"),
        *("//evil.example/x", "/\\evil.example", "\\\\evil.example", "/\t/evil.example"),
        *("https:evil.example", "https:/evil.example", "https:\\\\evil.example", "http:///x"),
        *("https://tuyengiao.example.vn//evil.example", "", " "),
    ],
)
def test_an_address_that_runs_or_hides_something_is_no_link(address):
    assert inspect(f'<a href="{address}">Văn bản</a>') == "Văn bản"
    assert inspect(f'<img src="{address}"><video src="{address}"></video>') == ""


@pytest.mark.parametrize(
    "address", ["https://baolaichau.vn/a?b=1&amp;c=2", "http://example.com", "HTTPS://example.com"]
)
def test_links_to_elsewhere_are_marked(address):
    cleaned = inspect(f'<p lang="vi"><a lang="en" href="{address}" rel="x" target=_blank>a</a></p>')
    assert cleaned == f'<p lang="vi"><a lang="en" href="{address}" {MARKED}>a</a></p>'


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://tuyengiao.example.vn/tin-tuc/", "/tin-tuc/"),
        ("http://TUYENGIAO.example.vn/a", "/a"),
        ("https://tuyengiao.example.vn", "/"),
        ("https://tuyengiao.example.vn?q=a", "/?q=a"),
    ],
)
def test_our_own_addresses_become_relative(address, path):
    assert inspect(f'<a href="{address}">a</a>') == f'<a href="{path}">a</a>'
    assert inspect(f'<img src="{address}" alt="">') == f'<img src="{path}" alt="">'


@pytest.mark.parametrize(
    "address",
    ["https://tuyengiao.example.vn.evil.example/a", "https://tuyengiao.example.vn@evil.example/a"],
)
def test_an_address_that_looks_like_ours_is_not(address):
    assert MARKED in inspect(f'<a href="{address}">a</a>')
    assert inspect(f'<img src="{address}">') == ""


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<figure><img src="https://example.com/a.jpg"></figure>', ""),
        (
            '<figure><img src="https://example.com/a.jpg"><figcaption>Ảnh</figcaption></figure>',
            "<figure><figcaption>Ảnh</figcaption></figure>",
        ),
        ('<figure><a href="/a"><img src="data:image/png;base64,AA=="></a></figure>', ""),
        ('<p>a<img src="anh.jpg">b</p>', "<p>ab</p>"),
        ('<img src="/a.jpg" srcset="/a.jpg 1x, //e.example/b 2x">', '<img src="/a.jpg">'),
        ('<video controls><source src="https://example.com/a.mp4"></video>', ""),
        ("<audio controls></audio>", ""),
        ('<img src="/a.jpg" width="100%" loading="now" onerror="x()">', '<img src="/a.jpg">'),
    ],
)
def test_pictures_and_films_are_our_own_or_vanish(html, cleaned):
    assert inspect(html) == cleaned


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile strings are not beside this checkout")
@pytest.mark.parametrize("name", ["xss-vectors.json", "naughty-strings.json"])
def test_hostile_strings_come_out_harmless(name):
    for html in json.loads((HOSTILE / name).read_text()):
        inspect(html)
        inspect(f"<p>{html}</p>")
        inspect(f'<img src="/a" alt="{html}">')


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside this checkout")
def test_the_articles_of_real_boards_pass_unharmed():
    for line in SEEDS.read_text().splitlines():
        body = json.loads(line)["body_html"]
        assert inspect(body) == body.replace("Ð", "Đ")


ATTRIBUTE_TEXTS = [
    *('href="/a"', "href=http://x.y", 'href="javascript:1"', 'class="text-left z"', "class=''"),
    *("src=/a", 'src="http://e"', "lang=vi", 'alt="<b>&lt;"', "controls", "a='", '"', 'x="\'"'),
]
OTHER_TAGS = """div span h1 font script form svg math template select option title style object
center mtext body html frameset nobr button label input textarea xmp plaintext o:p"""
LOOSE_TEXTS = [
    *("a", "Đ", "<", ">", "&", "&lt;", "&#x338;", "\u0338", "\u0301", "\u0323", " ", "\n", "\r"),
    *("&nbsp;", "\u00a0", '"', "'", "<!--", "-->", "--!>", "/", "=", "<b <", "</", '<p class="'),
    *("<![CDATA[", "]]>", "<?", "\0", "\u037e", "&amp;nbsp;"),
]
NAMES = st.sampled_from(sorted(TAGS) + OTHER_TAGS.split())
STARTS = st.builds(
    "<{} {}>".format,
    NAMES,
    st.lists(st.sampled_from(ATTRIBUTE_TEXTS), max_size=2).map(" ".join),
)
MARKUP = st.lists(
    st.one_of(STARTS, STARTS, NAMES.map("</{}>".format), st.sampled_from(LOOSE_TEXTS)), max_size=14
).map("".join)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(MARKUP)
def test_whatever_comes_in_harmless_and_final_is_what_comes_out(html):
    cleaned = inspect(html)
    assert "<" not in re.sub(r"</?[a-z0-9]+[^<>]*>", "", cleaned)


@pytest.mark.parametrize(
    "level",
    [
        *("<div>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<b><i>", "<font size=1><p>"),
        *("<a href=/>", "<table><b lang=en><td></b>", "</p>", "<!--", '<a x="<a ', "<form>"),
        *("<p ", "<svg>", "<figure><figcaption>", "<video><audio>"),
    ],
)
def test_ten_thousand_levels_are_read_in_no_time(level):
    began = perf_counter()
    inspect(level * 10_000 + "chữ")
    assert perf_counter() - began < SECONDS


@pytest.mark.parametrize(
    "hostile",
    [
        "".join(f"<b id={number}>" for number in range(5000)) + "<p>x" * 200_000,
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">",
        "a" + "\u0301\u0323" * 500_000,
        "<div>" * 1_000_000,
    ],
    ids=["misnested", "attributes", "marks", "five megabytes"],
)
def test_input_made_to_cost_hours_costs_seconds(hostile):
    began = perf_counter()
    clean_html(hostile)
    assert perf_counter() - began < SECONDS


def test_text_outlives_tags_that_lie_too_deep():
    deep = "<blockquote>" * 300 + "<p>Đảng</p>" + "</blockquote>" * 300 + "<p>bộ</p>"
    cleaned = inspect(deep)
    assert cleaned.count("<blockquote>") == MAX_DEPTH
    assert text_of(cleaned) == "Đảng bộ"


def test_threads_may_share_the_sanitiser():
    results = []
    threads = [Thread(target=lambda: results.append(clean_html("<p>a"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["<p>a</p>"] * 4


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Mục I</h2><p>Một<br>hai</p><p>ba.</p>", "Mục I Một hai ba."),
        ("<p><b>Đ</b>ảng bộ<sup>1</sup></p>", "Đảng bộ1"),
        ("<ul><li>một</li><li>hai</li></ul>", "một hai"),
        ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a b"),
        ('<figure><img src="/a.jpg" alt="x &gt; y"><figcaption>Ảnh</figcaption></figure>', "Ảnh"),
        ("<p>2 &lt; 3 &amp; 4</p>", "2 < 3 & 4"),
        ("<p>&lt;script&gt;</p>", "<script>"),
        ("", ""),
    ],
)
def test_the_words_of_a_text_are_parted_as_they_are_read(html, text):
    assert text_of(html) == text
