"""One file of the interchange format or both, once or again."""

import os
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from core import editions
from documents.models import Document
from exchange.models import ImportedArticle, OldAddress
from news.models import Article, Category, Tag


def written():
    """Everything that an import writes, as the database has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [
            table
            for (table,) in cursor
            if table.startswith(("news_", "documents_", "library_", "exchange_"))
        ]
        found = {}
        for table in tables:
            cursor.execute(f"SELECT xmin::text, t::text FROM {table} AS t ORDER BY 2")
            found[table] = cursor.fetchall()
        return found


def test_an_article_comes_in_with_all_that_its_line_tells(folder):
    folder.articles(
        {
            "slug": "hoi-nghi-khoa-giao",
            "source": "Báo Lai Châu",
            "source_url": "https://baolaichau.example/bai-1",
            "source_published_at": "2020-10-12T08:00:00+07:00",
            "photographer": "Trần Sơn",
            "views": 95,
            "tags": ["khoa giáo", "giao ban"],
        }
    )
    run = folder.load()
    article = Article.objects.get()
    assert not run.failed
    assert article.title == "Hội nghị giao ban công tác khoa giáo"
    assert article.category.name == "Khoa giáo"
    assert article.body == "<p>Đã có 07 ý kiến phát biểu.</p>"
    assert article.status == Article.Status.PUBLISHED
    assert article.published_at == datetime(2020, 10, 12, 10, tzinfo=UTC)
    assert article.source_published_at == datetime(2020, 10, 12, 1, tzinfo=UTC)
    assert (article.source, article.photographer) == ("Báo Lai Châu", "Trần Sơn")
    assert article.source_url == "https://baolaichau.example/bai-1"
    assert (article.slug, article.views) == ("hoi-nghi-khoa-giao", 95)
    assert {tag.name for tag in article.tags.all()} == {"khoa giáo", "giao ban"}


def test_a_time_without_a_zone_is_the_time_here(folder):
    folder.articles({"published_at": "2021-10-12T09:05"})
    folder.load()
    assert Article.objects.get().published_at == datetime(2021, 10, 12, 2, 5, tzinfo=UTC)


def test_bodies_are_sanitised_and_repaired_and_the_repairs_are_counted(folder):
    folder.articles(
        {
            "title": "Nghị quyết của \u00d0ảng",
            "body_html": "<p onclick='x()'>Chỉ\u00a0thị&nbsp;mới</p><script>alert(1)</script>",
            "author": "Hoa\u0300ng Que\u0302\u0301",
        }
    )
    run = folder.load()
    article = Article.objects.get()
    assert article.title == "Nghị quyết của Đảng"
    assert article.body == "<p>Chỉ thị mới</p>"
    assert article.author == "Hoàng Quế"
    assert "Ð/ð 1" in run.out
    assert "dấu cách không ngắt 2" in run.out
    assert "NFC 2" in run.out


@pytest.mark.django_db(transaction=True)
def test_a_second_run_writes_nothing_and_raises_no_edition(folder, picture):
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


def test_the_origin_keeps_two_sources_with_the_same_ids_apart(folder):
    folder.articles({})
    folder.load()
    folder.load(origin="hanam")
    folder.load(origin="hanam")
    assert Article.objects.count() == 2
    assert set(ImportedArticle.objects.values_list("origin", "source_id")) == {
        ("laichau", "1"),
        ("hanam", "1"),
    }


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
    ],
    ids=["title", "status", "tags"],
)
def test_what_an_editor_changed_stays_and_is_reported(folder, edit):
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


def test_an_id_twice_in_one_file_is_an_error_of_the_second(folder):
    folder.articles({"id": 7}, {"id": "7", "title": "Bài khác"})
    run = folder.load()
    assert run.failed
    assert run.reasons == ["articles.jsonl dòng 2: “id” “7” đã có ở một dòng trước"]
    assert Article.objects.get().title == "Hội nghị giao ban công tác khoa giáo"


@pytest.mark.django_db(transaction=True)
def test_a_dry_run_tells_what_would_happen_and_writes_nothing(folder, picture, settings):
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


def test_a_row_that_the_database_refuses_takes_no_other_with_it(folder, monkeypatch):
    monkeypatch.setattr(
        "exchange.articles.slugify",
        lambda text, length: "a" * 200 if text == "Hỏng" else "bai",
    )
    folder.articles({}, {"title": "Hỏng", "category": "Mới"}, {"title": "Lành", "category": "Mới"})
    run = folder.load()
    assert run.failed
    assert len(run.reasons) == 1
    assert "articles.jsonl dòng 2: cơ sở dữ liệu không nhận" in run.err
    assert Article.objects.count() == 2
    assert Article.objects.get(title="Lành").category.name == "Mới"
    assert Category.objects.filter(name="Mới").count() == 1


def test_drafts_and_withdrawn_articles_keep_their_status(folder, client):
    folder.articles({"status": "draft", "published_at": None}, {"status": "withdrawn"})
    assert not folder.load().failed
    draft, withdrawn = Article.objects.order_by("imported__source_id")
    assert (draft.status, draft.published_at) == ("draft", None)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(withdrawn.get_absolute_url()).status_code == 410


def test_names_that_differ_only_in_their_tone_marks_are_one(folder):
    folder.articles(
        {"category": "Văn hóa", "tags": ["Quý I", "quí I"]},
        {"category": "Văn hoá", "tags": ["quý I"]},
        {"category": "VĂN HÓA", "tags": ["quy I"]},
    )
    folder.load()
    assert list(Category.objects.values_list("name", flat=True)) == ["Văn hóa"]
    assert set(Tag.objects.values_list("name", "slug")) == {
        ("Quý I", "quy-i"),
        ("quy I", "quy-i-2"),
    }


def test_both_files_of_a_folder_are_read_or_the_one_that_is_named(folder):
    folder.articles({})
    folder.documents({})
    call_command(
        "import_content", str(folder.path / "documents.jsonl"), stdout=open(os.devnull, "w")
    )
    assert (Article.objects.count(), Document.objects.count()) == (0, 1)
    folder.load()
    assert (Article.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "Không có thư mục hay tệp"),
        (".", "không có tệp articles.jsonl hoặc documents.jsonl"),
        ("bai.jsonl", "Tệp phải tên là articles.jsonl hoặc documents.jsonl"),
    ],
)
def test_a_path_that_is_nothing_to_import_ends_with_one_line(folder, path, message):
    (folder.path / "bai.jsonl").write_text("{}")
    with pytest.raises(CommandError, match=message):
        call_command("import_content", str(folder.path / path))


@pytest.mark.parametrize("origin", ["", " ", "a" * 101, "a\0b"])
def test_an_origin_that_names_nothing_is_refused(folder, origin):
    folder.articles({})
    with pytest.raises(CommandError, match="--origin"):
        call_command("import_content", str(folder.path), origin=origin)
    assert not Article.objects.exists()


def test_an_empty_file_is_no_error(folder):
    folder.articles()
    run = folder.load()
    assert not run.failed
    assert "0 dòng" in run.out


def test_progress_is_shown_on_a_terminal_only(folder):
    folder.articles({}, b"{")
    assert "100%" not in folder.load().err
    assert "\rarticles.jsonl: 2 dòng, 100%" in folder.load(terminal=True).err


def test_old_addresses_lead_to_their_page(folder, client):
    folder.articles(
        {"url": "http://cu.example/index.php?nv=news&op=Khoa-giáo/Hội nghị-7"},
        {"url": "http://cu.example/tin/h%E1%BB%99i-ngh%E1%BB%8B"},
    )
    folder.documents({"url": "http://cu.example/van-ban.aspx?id=20"})
    assert not folder.load().failed
    one, two = Article.objects.order_by("imported__source_id")
    paper = Document.objects.get()
    for address, row in [
        ("/index.php?nv=news&op=Khoa-gi%C3%A1o/H%E1%BB%99i%20ngh%E1%BB%8B-7", one),
        ("/index.php?nv=news&op=Khoa-gi%c3%a1o/H%e1%bb%99i%20ngh%e1%bb%8b-7&fbclid=x", one),
        ("/tin/hội-nghị", two),
        ("/tin/h%e1%bb%99i-ngh%e1%bb%8b?utm_source=zalo&utm_medium=x", two),
        ("/van-ban.aspx?fbclid=abc&id=20", paper),
    ]:
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == row.get_absolute_url()


def test_an_address_that_two_have_leads_to_the_first(folder):
    folder.articles({"url": "http://cu.example/1"}, {"url": "http://CU.example:80/1"})
    run = folder.load()
    assert not run.failed
    assert run.reasons == [
        "articles.jsonl dòng 2: “url” đã dẫn tới nội dung khác, bỏ qua “url” này"
    ]
    assert OldAddress.objects.get().article.imported.source_id == "1"


def test_the_front_page_of_a_site_is_nobodys_address(folder):
    folder.articles({"url": "http://laichau.dcs.vn/"}, {"url": "http://laichau.dcs.vn"})
    run = folder.load()
    assert not run.failed
    assert run.err == ""
    assert not OldAddress.objects.exists()


def test_a_changed_address_is_added_to_the_former_one(folder):
    folder.articles({"url": "http://cu.example/1"})
    folder.load()
    folder.articles({"url": "http://cu.example/moi"})
    folder.load()
    assert set(OldAddress.objects.values_list("path", flat=True)) == {"/1", "/moi"}


def test_an_address_that_is_none_is_a_fault_that_the_article_survives(folder):
    folder.articles({"url": "javascript:alert(1)"}, {"source_url": "file:///etc/passwd"})
    run = folder.load()
    assert run.failed
    assert [reason.partition(" không phải")[0] for reason in run.reasons] == [
        "articles.jsonl dòng 1: “url”",
        "articles.jsonl dòng 2: “source_url”",
    ]
    assert Article.objects.filter(source_url="").count() == 2
