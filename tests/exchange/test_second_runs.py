"""What a second run, and a dry one, does: nothing that is not called for."""

import pytest

from core import editions
from exchange.articles import ArticleImporter
from news.models import Article
from tests.factories import make_author, make_topic


@pytest.mark.django_db(transaction=True)
def test_a_second_run_writes_nothing_and_raises_no_edition(folder, written, picture):
    picture(folder.path / "anh" / "a.png")
    (folder.path / "toan-van.pdf").write_bytes(b"%PDF-1.7 toan van")
    folder.articles({"image": "anh/a.png", "url": "http://cu.example/bai-1"}, {})
    folder.documents({"files": ["toan-van.pdf"]}, {"symbol": "", "issued_on": None})
    assert not folder.load().failed
    before, edition = written(), editions.current()
    run = folder.load()
    assert not run.failed
    assert "không đổi 2" in run.out
    assert "mới" not in run.out
    assert written() == before
    assert editions.current() == edition


@pytest.mark.django_db(transaction=True)
def test_an_import_raises_the_edition(folder):
    before = editions.current()
    folder.articles({})
    folder.load()
    assert editions.current() != before


def test_a_line_that_changed_at_the_source_changes_its_row(folder):
    folder.articles({"views": 10}, {})
    folder.load()
    untouched = Article.objects.get(imported__source_id="2")
    folder.articles(
        {"title": "Tiêu đề mới", "category": "Tuyên truyền", "tags": ["mới"], "views": 5}, {}
    )
    run = folder.load()
    article = Article.objects.get(imported__source_id="1")
    assert "cập nhật 1" in run.out
    assert "không đổi 1" in run.out
    assert article.title == "Tiêu đề mới"
    assert article.slug == "tieu-de-moi"
    assert article.category.name == "Tuyên truyền"
    assert [tag.name for tag in article.tags.all()] == ["mới"]
    assert article.views == 10
    assert Article.objects.get(pk=untouched.pk).updated_at == untouched.updated_at
    assert "không đổi 2" in folder.load().out


@pytest.mark.parametrize(
    "edit",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(title="Đã biên tập"),
        lambda article: Article.objects.filter(pk=article.pk).update(status="withdrawn"),
        lambda article: article.tags.clear(),
        lambda article: article.authors.add(make_author()),
        lambda article: article.photographers.add(make_author()),
    ],
    ids=["title", "status", "tags", "authors", "photographers"],
)
def test_what_an_editor_changed_stays_and_is_reported(folder, written, edit):
    folder.articles({})
    folder.load()
    edit(Article.objects.get())
    before = written()
    unchanged = folder.load()
    assert "đã sửa ở đây 1" in unchanged.out
    assert unchanged.err == ""
    folder.articles({"title": "Mới ở nguồn"})
    changed = folder.load()
    assert changed.reasons == ["articles.jsonl dòng 1: giữ bản đã sửa ở đây"]
    assert not changed.failed
    assert written() == before


def test_counters_are_no_edit(folder):
    folder.articles({})
    folder.load()
    Article.objects.update(views=500)
    folder.articles({"title": "Mới ở nguồn"})
    assert "cập nhật 1" in folder.load().out
    assert Article.objects.get().views == 500


@pytest.mark.django_db(transaction=True)
def test_a_dry_run_tells_what_would_happen_and_writes_nothing(folder, written, picture, settings):
    picture(folder.path / "a.png")
    folder.articles({})
    folder.load()
    before, edition = written(), editions.current()
    folder.articles(
        {"title": "Khác"}, {"category": "Dân vận", "image": "a.png"}, {"category": "Dân vận"}, b"{"
    )
    folder.documents({}, {})
    run = folder.load(dry_run=True)
    assert run.failed
    assert "articles.jsonl: chạy thử, không ghi gì: 4 dòng." in run.out
    assert "mới 2" in run.out
    assert "cập nhật 1" in run.out
    assert "sẽ tạo: chuyên mục 1" in run.out
    assert "documents.jsonl dòng 2: trùng" in run.err
    assert written() == before
    assert editions.current() == edition
    assert not list(settings.MEDIA_ROOT.rglob("*.*"))


def test_an_edit_made_while_the_import_reads_stays(folder, monkeypatch):
    """Lan saves between the moment at which the import looks and the one at which it writes."""
    folder.articles({})
    folder.load()
    folder.articles({"title": "Mới ở nguồn"})
    read = ArticleImporter.read

    def read_slowly(*args):
        Article.objects.update(title="Lan vừa sửa")
        return read(*args)

    monkeypatch.setattr(ArticleImporter, "read", read_slowly)
    assert folder.load().reasons == ["articles.jsonl dòng 1: giữ bản đã sửa ở đây"]
    assert Article.objects.get().title == "Lan vừa sửa"


def test_an_import_shows_in_the_next_request(transactional_db, folder, client):
    folder.articles({"title": "Bài trước"})
    folder.load()
    first = client.get("/tin-tuc/")
    folder.articles({"title": "Bài trước"}, {"title": "Vừa nhập"})
    folder.load()
    response = client.get("/tin-tuc/", headers={"if-none-match": first["ETag"]})
    assert response.status_code == 200
    assert "Vừa nhập" in response.content.decode()


def test_what_the_import_does_not_carry_is_added_here_and_stays(folder):
    folder.articles({})
    folder.load()
    topic = make_topic()
    Article.objects.update(topic=topic, coefficient="2")
    folder.articles({"title": "Tiêu đề mới"})
    assert "cập nhật 1" in folder.load().out
    article = Article.objects.get()
    assert (article.title, article.topic, article.coefficient) == ("Tiêu đề mới", topic, 2)
