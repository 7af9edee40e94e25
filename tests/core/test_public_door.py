"""What is not public shows at no public address."""

import pytest

from documents.citations.reading import read_batch
from stats.models import MostRead
from tests.factories import (
    ago,
    make_article,
    make_attachment,
    make_author,
    make_category,
    make_consultation,
    make_document,
    make_poll,
    make_question,
    make_topic,
)

HIDDEN = "Chuyện chưa ai được biết"
HIDDEN_SYMBOL = "1-KH/TU"

STATES = {
    "draft": {"status": "draft", "published_at": None},
    "submitted": {"status": "submitted"},
    "returned": {"status": "returned"},
    "approved": {"status": "approved"},
    "scheduled": {"published_at": ago(days=-1)},
    "expired": {"expires_at": ago(minutes=1)},
    "withdrawn": {"status": "withdrawn"},
}

ADDRESSES = [
    "/",
    "/tin-tuc/",
    "/tin-tuc/khoa-giao/",
    "/the/bi-mat/",
    "/dong-su-kien/",
    "/dong-su-kien/bi-mat/",
    "/tac-gia/kin-tieng/",
    "/luu-tru/",
    "/van-ban/",
    "/van-ban/?q=chuyen",
    "/van-ban/?linh-vuc=khoa-giao",
    "/van-ban/?xep=so",
    "/van-ban/nam/2026/",
    "/van-ban/bang.csv",
    "/bo-tai-lieu/",
    "/an-pham/",
    "/sitemap-bo-tai-lieu-0.xml",
    "/tim-kiem/?q=chuyen",
    "/tham-do/",
    "/sitemap-tham-do-0.xml",
    "/rss/",
    "/rss/khoa-giao/",
    "/rss/dong-su-kien/bi-mat/",
    "/rss/van-ban/",
    "/rss/van-ban/loai/huong-dan/",
    "/rss/van-ban/linh-vuc/khoa-giao/",
    "/hoi-dap/",
    "/gop-y-du-thao/",
    "/sitemap-hoi-dap-0.xml",
    "/sitemap-gop-y-du-thao-0.xml",
    "/quyen-rieng-tu/",
    "/ngoai-tuyen/",
    "/kha-nang-tiep-can/",
    "/trang/bi-mat/",
    "/co-cau-to-chuc/",
    "/co-cau-to-chuc/en/",
    "/lich-cong-tac/2026/48/",
    "/lich-cong-tac/2026/48/lich.ics",
    "/lich-cong-tac/lich.ics",
    "/sitemap.xml",
    "/sitemap-trang.xml",
    "/sitemap-tin-moi.xml",
    "/sitemap-tin-tuc-0.xml",
    "/sitemap-van-ban-0.xml",
]
ADDRESSES_OF_LETTERS = [
    "/",
    "/hoi-dap/",
    "/gop-y-du-thao/",
    "/tim-kiem/?q=chuyen",
    "/sitemap.xml",
    "/sitemap-trang.xml",
    "/sitemap-hoi-dap-0.xml",
    "/sitemap-gop-y-du-thao-0.xml",
]


@pytest.fixture
def shown(db):
    """Something public beside it, on whose pages a hidden one might be listed."""
    article = make_article(tags=["bí mật"], topic=make_topic("Bí mật"))
    article.authors.add(make_author("Kín Tiếng"))
    return article, make_document(field="Khoa giáo", symbol="2-KH/TU")


def addresses_of(article, document):
    published = article.published_at
    yield from ADDRESSES
    yield article.get_absolute_url()
    yield article.get_print_url()
    yield f"/luu-tru/{published.year}/{published.month}/"
    yield document.get_absolute_url()
    yield f"{document.get_absolute_url()}duoc-nhac-den/"
    yield f"/van-ban/so/{HIDDEN_SYMBOL}/"
    yield f"/tim-kiem/?q={HIDDEN_SYMBOL}"


def body_of(response):
    return (response.getvalue() if response.streaming else response.content).decode()


@pytest.mark.parametrize("state", STATES)
def test_an_article_that_is_not_public_shows_nowhere(client, shown, state):
    beside, _ = shown
    hidden = make_article(
        HIDDEN,
        tags=["bí mật"],
        topic=beside.topic,
        pinned_until=ago(days=-9),
        featured_until=ago(days=-9),
        lead="Theo 2-KH/TU",
        **STATES[state],
    )
    hidden.authors.set(beside.authors.all())
    hidden.more_categories.add(beside.category)
    beside.related_by_hand.add(hidden)
    read_batch()
    MostRead.objects.create(period="day", article=hidden, number=9)
    for address in addresses_of(*shown):
        body = body_of(client.get(address))
        assert HIDDEN not in body
        assert hidden.slug not in body
    for address in (hidden.get_absolute_url(), hidden.get_print_url()):
        response = client.get(address)
        assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
        assert HIDDEN not in response.content.decode()


@pytest.mark.parametrize("state", [*STATES, "members"])
def test_a_paper_that_is_not_public_shows_nowhere_and_neither_do_its_files(client, shown, state):
    fields = {"audience": "members"} if state == "members" else STATES[state]
    hidden = make_document(HIDDEN, field="Khoa giáo", symbol=HIDDEN_SYMBOL, **fields)
    make_article(lead=f"Theo {HIDDEN_SYMBOL}")
    read_batch()
    attachment = make_attachment(hidden)
    for address in addresses_of(*shown):
        body = body_of(client.get(address))
        assert HIDDEN not in body
        assert hidden.slug not in body
    for address in (hidden.get_absolute_url(), attachment.get_absolute_url()):
        response = client.get(address)
        assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
        assert b"%PDF" not in response.getvalue()


@pytest.mark.parametrize("state", [*STATES, "members"])
def test_a_poll_that_is_not_public_shows_nowhere(client, shown, state):
    fields = {"audience": "members"} if state == "members" else STATES[state]
    hidden = make_poll(HIDDEN, home_position=1, **fields)
    article = make_article(poll=hidden)
    shown_poll = make_poll()
    for address in (*ADDRESSES, article.get_absolute_url(), shown_poll.get_absolute_url()):
        assert HIDDEN not in body_of(client.get(address))
    for address in (
        hidden.get_absolute_url(),
        hidden.get_ballot_url(),
        hidden.get_results_url(),
    ):
        assert client.get(address).status_code == (
            410 if state in ("expired", "withdrawn") else 404
        )


@pytest.mark.parametrize("make", [make_question, make_consultation])
@pytest.mark.parametrize("state", STATES)
def test_a_question_and_a_consultation_that_are_not_public_show_nowhere(client, db, make, state):
    hidden, beside = make(HIDDEN, **STATES[state]), make()
    for address in (*ADDRESSES_OF_LETTERS, beside.get_absolute_url()):
        body = body_of(client.get(address))
        assert HIDDEN not in body
        assert hidden.slug not in body
    response = client.get(hidden.get_absolute_url())
    assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
    assert HIDDEN not in response.content.decode()


@pytest.mark.parametrize("state", STATES)
def test_a_topic_and_an_author_without_anything_public_have_no_page(client, db, state):
    hidden = make_article(topic=make_topic("Bí mật"), **STATES[state])
    hidden.photographers.add(make_author("Kín Tiếng"))
    for address in ("/dong-su-kien/bi-mat/", "/rss/dong-su-kien/bi-mat/", "/tac-gia/kin-tieng/"):
        assert client.get(address).status_code == 404
    for address in ("/dong-su-kien/", "/sitemap-trang.xml"):
        assert "bi-mat" not in client.get(address).content.decode()
    assert "kin-tieng" not in client.get("/sitemap-trang.xml").content.decode()


def test_an_empty_site_answers_everywhere(client, db):
    make_category()
    for address in ADDRESSES:
        unnamed = ("co-cau-to-chuc/en", "bi-mat", "kin-tieng", "/rss/van-ban/linh-vuc/")
        expected = 404 if any(name in address for name in unnamed) else 200
        assert client.get(address).status_code == expected, address


def test_speakers_find_members_papers_and_citizens_do_not(client, speaker):
    paper = make_document("Tài liệu tháng mười", audience="members")
    make_attachment(paper)
    assert client.get(paper.get_absolute_url()).status_code == 404
    client.force_login(speaker)
    assert client.get(paper.get_absolute_url()).status_code == 200
    assert client.get(paper.attachments.get().get_absolute_url()).getvalue() == b"%PDF-1.7 thu"
    assert "Tài liệu tháng mười" in client.get("/van-ban/").content.decode()
