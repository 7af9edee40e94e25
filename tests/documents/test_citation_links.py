"""Citations as links on the pages of articles and papers."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.citations.markup import PageText
from documents.models import Document, Kind
from news.models import Article
from pages.models import ColumnBlock
from tests.factories import ago, make_article, make_document, named

DAY = dt.date(2020, 9, 30)
CITING = "<p>Thực hiện Quyết định số 238-QĐ/TW, ngày 30/9/2020 của Ban Bí thư.</p>"


def linked(html, address="/x/", needle="238-QĐ/TW"):
    page = PageText([html])
    start = page.text.index(needle)
    return page.with_links([(start, start + len(needle), address)])[0]


def link(text, address="/x/"):
    return f'<a class="symbol" href="{address}">{text}</a>'


def test_a_span_becomes_a_link_where_it_stands():
    assert linked("<p>Số 238-QĐ/TW &amp; khác</p>") == f"<p>Số {link('238-QĐ/TW')} &amp; khác</p>"
    assert linked("<h2>238-QĐ/TW</h2>") == f"<h2>{link('238-QĐ/TW')}</h2>"


def test_a_span_that_inline_tags_divide_becomes_a_link_a_piece():
    assert linked("<p>238-<strong>QĐ</strong>/TW</p>") == (
        f"<p>{link('238-')}<strong>{link('QĐ')}</strong>{link('/TW')}</p>"
    )
    assert linked("<p><em>Số 238</em>-QĐ/TW</p>") == (
        f"<p><em>Số {link('238')}</em>{link('-QĐ/TW')}</p>"
    )


def test_no_link_stands_in_a_link_and_none_reaches_over_a_block():
    html = '<p><a href="/y/">Số 238-QĐ</a>/TW</p>'
    assert linked(html) == html
    assert "238-QĐ/TW" not in PageText(["<p>238-QĐ</p><p>/TW</p>"]).text
    assert "238-QĐ/TW" not in PageText(["238-QĐ", "/TW"]).text


def body(client, page):
    return client.get(page.get_absolute_url()).content.decode()


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    """A test is one transaction and has one edition: no page of it may be kept."""
    settings.PAGE_CACHE_BYTES = 0


@pytest.fixture
def paper(db):
    return make_document(
        "Quy chế phối hợp", symbol="238-QĐ/TW", issued_on=DAY, kind=named(Kind, "Quyết định")
    )


def test_an_article_links_the_paper_that_it_names_and_lists_it_beside(client, paper):
    article = make_article(
        body=CITING + "<p>Theo <em>Quyết định số 238</em>, …</p>",
        lead="Về Quyết định số 238-QĐ/TW & khác.",
    )
    text = body(client, article)
    address = paper.get_absolute_url()
    assert f"Quyết định số {link('238-QĐ/TW', address)}, ngày 30/9/2020" in text
    assert f"<em>{link('Quyết định số 238', address)}</em>" in text
    assert f"Về Quyết định số {link('238-QĐ/TW', address)} &amp; khác." in text
    assert text.count("Văn bản được nhắc đến") == 1
    assert "Quy chế phối hợp" in text
    article.refresh_from_db()
    assert "<a" not in article.body
    assert link("238-QĐ/TW", address) in client.get(article.get_print_url()).content.decode()


def test_links_follow_the_library_in_the_next_request(client, db):
    ColumnBlock.objects.create(component="links")  # no list of papers beside the article
    article = make_article(body=CITING)
    assert "symbol" not in body(client, article).split("<article")[1]
    paper = make_document(symbol="238 - QĐ/TW", issued_on=DAY)
    assert f'href="{paper.get_absolute_url()}"' in body(client, article)
    Document.objects.filter(pk=paper.pk).update(issued_on=dt.date(2021, 1, 1))
    assert f'href="{paper.get_absolute_url()}"' not in body(client, article)
    Document.objects.filter(pk=paper.pk).update(issued_on=None)
    assert f'href="{paper.get_absolute_url()}"' in body(client, article)
    Document.objects.filter(pk=paper.pk).update(status="withdrawn")
    assert f'href="{paper.get_absolute_url()}"' not in body(client, article)


def test_several_that_fit_lead_to_the_choice_and_a_date_or_a_kind_decides(client, paper):
    other = make_document(
        symbol="238-QĐ/TW", issued_on=dt.date(2011, 5, 2), kind=named(Kind, "Quy định")
    )
    choice = link("238-QĐ/TW", "/van-ban/so/238-Q%C4%90/TW/")
    undecided = make_article(body="<p>Theo 238-QĐ/TW.</p>")
    assert choice in body(client, undecided)
    assert "Văn bản được nhắc đến" not in body(client, undecided)
    assert link("238-QĐ/TW", paper.get_absolute_url()) in body(client, make_article(body=CITING))
    by_kind = make_article(body="<p>Theo Quy định số 238-QĐ/TW.</p>")
    assert link("238-QĐ/TW", other.get_absolute_url()) in body(client, by_kind)


def test_a_bare_citation_knows_its_paper_by_number_kind_and_date(client, paper):
    article = make_article(body="<p>Quyết định số 238, ngày 30/9/2020 của Ban Bí thư</p>")
    assert link("Quyết định số 238", paper.get_absolute_url()) in body(client, article)
    make_document(symbol="238-QĐ/TU", issued_on=DAY, kind=named(Kind, "Quyết định"))
    assert link("Quyết định số 238", "/van-ban/?q=238-Q%C4%90") in body(client, article)


@pytest.mark.parametrize(
    "hidden",
    [
        {"audience": "members"},
        {"status": "draft"},
        {"published_at": ago(days=-1)},
        {"expires_at": ago(minutes=1)},
    ],
)
def test_no_page_links_a_paper_that_the_public_may_not_see(client, db, speaker, hidden):
    secret = make_document("Chuyện kín", symbol="238-QĐ/TW", issued_on=DAY, **hidden)
    article = make_article(body=CITING)
    for sign_in in (False, True):
        if sign_in:
            client.force_login(speaker)
        text = body(client, article)
        assert secret.get_absolute_url() not in text
        assert "Chuyện kín" not in text
    public = make_document(symbol="238-QĐ/TW", issued_on=dt.date(2011, 5, 2))
    undated = make_article(body="<p>Theo 238-QĐ/TW.</p>")
    assert link("238-QĐ/TW", public.get_absolute_url()) in body(client, undated)


def test_a_papers_title_links_what_it_names_but_never_itself(client, paper):
    plan = make_document("Kế hoạch 5-KH/TU thực hiện 238-QĐ/TW <mới>", symbol="5-KH/TU")
    text = body(client, plan)
    assert f"5-KH/TU thực hiện {link('238-QĐ/TW', paper.get_absolute_url())} &lt;mới&gt;" in text


@pytest.mark.parametrize("count", [1, 40])
def test_citations_cost_an_article_one_query(client, paper, count):
    for number in range(count):
        make_document(symbol=f"{number + 1}-KH/TU")
    cited = "".join(f"<p>Theo {number + 1}-KH/TU, 15- Nq/tw.</p>" for number in range(count))
    article = make_article(tags=["giao ban"])
    with CaptureQueriesContext(connection) as plain:
        body(client, article)
    Article.objects.update(body=CITING + cited)
    with CaptureQueriesContext(connection) as citing:
        text = body(client, article)
    assert len(citing) == len(plain) + 1
    assert text.count('class="symbol" href') == count + 1
