"""What is not public shows at no public address."""

import pytest

from tests.factories import ago, make_article, make_attachment, make_category, make_document

HIDDEN = "Chuyện chưa ai được biết"

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
    "/luu-tru/",
    "/van-ban/",
    "/van-ban/?q=chuyen",
    "/tim-kiem/?q=chuyen",
    "/rss/",
    "/rss/khoa-giao/",
    "/sitemap.xml",
    "/sitemap-tin-moi.xml",
    "/sitemap-tin-tuc-0.xml",
    "/sitemap-van-ban-0.xml",
]


@pytest.fixture
def shown(db):
    """Something public beside it, on whose pages a hidden one might be listed."""
    return make_article(tags=["bí mật"]), make_document(field="Khoa giáo")


def addresses_of(article, document):
    published = article.published_at
    yield from ADDRESSES
    yield article.get_absolute_url()
    yield article.get_print_url()
    yield f"/luu-tru/{published.year}/{published.month}/"
    yield document.get_absolute_url()


@pytest.mark.parametrize("state", STATES)
def test_an_article_that_is_not_public_shows_nowhere(client, shown, state):
    hidden = make_article(HIDDEN, tags=["bí mật"], **STATES[state])
    for address in addresses_of(*shown):
        body = client.get(address).content.decode()
        assert HIDDEN not in body
        assert hidden.slug not in body
    for address in (hidden.get_absolute_url(), hidden.get_print_url()):
        response = client.get(address)
        assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
        assert HIDDEN not in response.content.decode()


@pytest.mark.parametrize("state", [*STATES, "members"])
def test_a_paper_that_is_not_public_shows_nowhere_and_neither_do_its_files(client, shown, state):
    fields = {"audience": "members"} if state == "members" else STATES[state]
    hidden = make_document(HIDDEN, field="Khoa giáo", **fields)
    attachment = make_attachment(hidden)
    for address in addresses_of(*shown):
        body = client.get(address).content.decode()
        assert HIDDEN not in body
        assert hidden.slug not in body
    for address in (hidden.get_absolute_url(), attachment.get_absolute_url()):
        response = client.get(address)
        assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
        assert b"%PDF" not in response.getvalue()


def test_an_empty_site_answers_everywhere(client, db):
    make_category()
    for address in ADDRESSES:
        expected = 404 if address.startswith("/the/") else 200
        assert client.get(address).status_code == expected, address


def test_speakers_find_members_papers_and_citizens_do_not(client, speaker):
    paper = make_document("Tài liệu tháng mười", audience="members")
    make_attachment(paper)
    assert client.get(paper.get_absolute_url()).status_code == 404
    client.force_login(speaker)
    assert client.get(paper.get_absolute_url()).status_code == 200
    assert client.get(paper.attachments.get().get_absolute_url()).getvalue() == b"%PDF-1.7 thu"
    assert "Tài liệu tháng mười" in client.get("/van-ban/").content.decode()
