"""The real articles and papers of five boards, on their pages word for word."""

import json
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from core.vietnamese import repair, thousands
from documents.models import Document
from news.models import Article

SEEDS = Path(settings.BASE_DIR).parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seeds are not beside this checkout (../shared/seeds)"
)


def lines(name):
    if not SEEDS.is_dir():
        return []
    return [json.loads(line) for line in (SEEDS / name).read_text().splitlines()]


class Text(HTMLParser):
    """The texts of a page in order, those of `tag` apart."""

    def __init__(self, html, tag=None):
        super().__init__()
        self.tag, self.open, self.texts, self.inside = tag, 0, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.open += tag == self.tag
        if tag == self.tag:
            self.inside.append("")

    def handle_endtag(self, tag):
        self.open -= tag == self.tag

    def handle_data(self, data):
        self.texts.append(data)
        if self.open:
            self.inside[-1] += data


def words(text):
    return " ".join(text.split())


def passages(html):
    """The texts of the paragraphs and captions of a body, as they must stand on the page."""
    return [words(repair(text)) for text in Text(html).texts if text.strip()]


@pytest.fixture
def loaded(db):
    out = StringIO()
    call_command("import_content", str(SEEDS), stdout=out)
    return out.getvalue()


def page(client, row):
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_all_of_them_come_in(loaded):
    assert "articles.jsonl: 5 dòng. mới 5" in loaded
    assert "documents.jsonl: 7 dòng. mới 7" in loaded
    assert "Ð/ð 1" in loaded


@pytest.mark.parametrize("seed", lines("articles.jsonl"), ids=lambda seed: f"article {seed['id']}")
def test_an_article_stands_on_its_page_word_for_word(loaded, client, seed):
    article = Article.objects.get(imported__source_id=seed["id"])
    html = page(client, article)
    shown = words(" ".join(Text(html).texts))
    assert Text(html, "h1").inside == [seed["title"]]
    for passage in [words(seed["lead"]), *passages(seed["body_html"])]:
        assert passage in shown
    assert f"Lượt xem: {thousands(seed['views'])}" in shown
    assert seed["category"] in shown
    for text in (seed["author"], seed["source"], *seed["tags"]):
        assert text in shown


@pytest.mark.parametrize("seed", lines("articles.jsonl"), ids=lambda seed: f"article {seed['id']}")
def test_captions_stand_inside_the_body_and_in_its_order(loaded, client, seed):
    article = Article.objects.get(imported__source_id=seed["id"])
    captions = Text(seed["body_html"], "figcaption").inside
    assert Text(article.body, "figcaption").inside == captions
    shown = Text(page(client, article), "figcaption").inside
    assert [caption for caption in captions if caption not in map(words, shown)] == []
    assert passages(article.body) == passages(seed["body_html"])


def test_the_kon_tum_page_shows_its_weekday_and_hour(loaded, client):
    html = page(client, Article.objects.get(imported__source_id="4"))
    assert "Thứ ba - 12/10/2021 09:05" in html


def test_the_icelandic_letter_is_repaired(loaded, client):
    html = page(client, Article.objects.get(imported__source_id="5"))
    assert "chỉ thị của Đảng bằng hình thức trực tuyến" in html
    assert "\u00d0" not in html


@pytest.mark.parametrize("seed", lines("documents.jsonl"), ids=lambda seed: f"paper {seed['id']}")
def test_a_paper_stands_on_its_page(loaded, client, seed):
    html = page(client, Document.objects.get(imported__source_id=seed["id"]))
    shown = words(" ".join(Text(html).texts))
    assert [words(title) for title in Text(html, "h1").inside] == [seed["title"]]
    for text in (seed["symbol"], seed["kind"], seed["issuer"], seed["field"]):
        assert text in shown
    assert thousands(seed["views"]) in shown
    assert thousands(seed["downloads"]) in shown
