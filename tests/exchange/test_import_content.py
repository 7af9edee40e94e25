"""One file of the interchange format or both."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from documents.models import Document
from exchange.lock import KEY
from exchange.models import ImportedArticle
from news.models import Article, Category, Tag


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


def test_an_id_twice_in_one_file_is_an_error_of_the_second(folder):
    folder.articles({"id": 7}, {"id": "7", "title": "Bài khác"})
    run = folder.load()
    assert run.failed
    assert run.reasons == ["articles.jsonl dòng 2: “id” “7” đã có ở một dòng trước"]
    assert Article.objects.get().title == "Hội nghị giao ban công tác khoa giáo"


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
    call_command("import_content", str(folder.path / "documents.jsonl"), stdout=StringIO())
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


def test_a_second_import_waits_for_the_first(folder):
    """The first one is played by another connection, which ends when we say that we wait."""
    folder.articles({})
    other = connection.copy()
    with other.cursor() as first:
        first.execute("SELECT pg_advisory_lock(%s)", [KEY])

        class Operator(StringIO):
            def write(self, text):
                if "Một lần nhập khác đang chạy" in text:
                    first.execute("SELECT pg_advisory_unlock(%s)", [KEY])
                return super().write(text)

        err = Operator()
        call_command("import_content", str(folder.path), stdout=StringIO(), stderr=err)
        first.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
        assert first.fetchone() == (True,)
    other.close()
    assert err.getvalue().count("\n") == 1
    assert Article.objects.count() == 1


def test_blanks_in_names_make_no_second_category(folder):
    folder.articles({"category": "Khoa  giáo", "tags": ["a \n b"]}, {"category": "Khoa giáo"})
    assert not folder.load().failed
    assert Category.objects.get().name == "Khoa giáo"
    assert Tag.objects.filter(name="a b").exists()


def test_a_file_may_be_a_link_and_its_folder_too(folder, tmp_path):
    folder.articles({})
    (folder.path / "articles.jsonl").rename(tmp_path / "xuat-2020.jsonl")
    (folder.path / "articles.jsonl").symlink_to(tmp_path / "xuat-2020.jsonl")
    (tmp_path / "moi-nhat").symlink_to(folder.path)
    path = tmp_path / "moi-nhat" / "articles.jsonl"
    call_command("import_content", str(path), stdout=StringIO())
    assert ImportedArticle.objects.get().origin == "laichau"
