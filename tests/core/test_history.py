"""Versions: one a save, compared word by word, restored as a new one; none of an import."""

import ast
import time

import pytest
from django.conf import settings
from django.core.management import call_command

from core.compare import differences, words_marked
from exchange.models import ImportedArticle
from news.models import Article, Tag
from tests.factories import make_article, make_author, make_category, make_document, make_person
from tests.news.test_admin import page, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh(db):
    return make_person("minh", "thu_ky")


def reasons(publication):
    return [v.history_change_reason for v in publication.history.order_by("history_id")]


def test_a_save_in_the_admin_is_one_version_with_its_tags(client, editor):
    article = make_article(status="draft")
    tag = Tag.objects.create(name="giao ban", slug="giao-ban")
    client.force_login(editor)
    client.post(page(article), typed(client, page(article), lead="Sửa", tags=[tag.pk]))
    before, after = article.history.order_by("history_id")
    assert before.history_user is None
    assert after.history_user == editor
    assert after.lead == "Sửa"
    assert [link.tag_id for link in after.tags.all()] == [tag.pk]
    assert not before.tags.exists()


def test_a_save_that_changes_nothing_leaves_no_version(client, editor):
    article = make_article(status="draft")
    client.force_login(editor)
    client.post(page(article), typed(client, page(article)))
    assert reasons(article) == ["Như đã lưu trước lần sửa này"]


def test_a_new_one_starts_with_its_first_save(client, editor):
    client.force_login(editor)
    add = "/quan-tri/news/article/add/"
    client.post(add, typed(client, add, title="Bài mới", category=make_category().pk))
    assert [v.history_type for v in Article.objects.get().history.all()] == ["+"]


def test_every_step_is_a_version(minh):
    article = make_article(status="submitted")
    article.approve(minh)
    article.publish(minh)
    assert reasons(article) == ["Như đã lưu trước lần sửa này", "Duyệt", "Đăng"]
    assert [v.status for v in article.history.order_by("history_id")] == [
        "submitted",
        "approved",
        "published",
    ]


def test_an_import_writes_none_and_what_it_stored_is_kept_before_the_first_edit(minh, tmp_path):
    line = '{"id": "1", "title": "Từ báo khác", "category": "Tin", "body_html": "<p>Một</p>", '
    line += '"published_at": "2024-05-01T08:00:00+07:00"}'
    (tmp_path / "articles.jsonl").write_text(line)
    call_command("import_content", str(tmp_path))
    article = ImportedArticle.objects.get().article
    assert not article.history.exists()
    (tmp_path / "articles.jsonl").write_text(line.replace("Một", "Hai"))
    call_command("import_content", str(tmp_path))
    assert not article.history.exists()
    article.refresh_from_db()
    article.withdraw(minh, "Nhầm nguồn")
    stored, withdrawn = article.history.order_by("history_id")
    assert (stored.body, stored.status) == ("<p>Hai</p>", "published")
    assert withdrawn.status == "withdrawn"


def test_what_was_written_behind_its_back_is_kept_too(minh):
    article = make_article(status="submitted")
    article.approve(minh)
    Article.objects.filter(pk=article.pk).update(lead="Bằng SQL")
    article.publish(minh)
    assert [v.lead for v in article.history.order_by("history_id")][-2:] == ["Bằng SQL"] * 2
    assert len(reasons(article)) == 4


def test_counters_and_generated_columns_are_no_content():
    for make in (make_article, make_document):
        names = {field.name for field in make().history.model._meta.get_fields()}
        assert not names & {"views", "downloads", "search", "symbol_key", "dated", "version"}


def test_two_versions_are_compared_field_by_field(minh):
    article = make_article("Tên cũ", tags=["giao ban"], body="<p>Sáng nay họp tại Mường Lay.</p>")
    article.keep_stored()
    article.title, article.body = "Tên <b>mới</b>", "<p>Chiều nay họp tại Mường Lay.</p>"
    article.category = make_category("Dân vận")
    article.save()
    article.tags.clear()
    article.remember(minh)
    found = {d.label: d.html for d in differences(*article.history.order_by("history_id"))}
    assert found == {
        "Tiêu đề": "<del>Tên cũ</del> <ins>Tên &lt;b&gt;mới&lt;/b&gt;</ins>",
        "Chuyên mục": "<del>Khoa giáo</del> <ins>Dân vận</ins>",
        "Nội dung": "<del>Sáng</del> <ins>Chiều</ins> nay họp tại Mường Lay.",
        "Từ khóa": "<del>giao ban</del>",
    }


def test_a_change_of_mark_up_alone_says_so(minh):
    article = make_article(body="<p>Một hai</p>")
    article.keep_stored()
    article.body = "<p>Một <strong>hai</strong></p>"
    article.save()
    article.remember(minh)
    (only,) = differences(*article.history.order_by("history_id"))
    assert "Chỉ đổi định dạng" in only.note


def test_long_unchanged_stretches_are_left_out():
    words = " ".join(f"từ{i}" for i in range(200))
    marked = words_marked(words + " cuối", words + " hết")
    assert "[…]" in marked
    assert marked.endswith("<del>cuối</del> <ins>hết</ins>")


def test_comparing_five_megabytes_takes_a_bounded_time():
    one = "\n".join(f"Đoạn thứ {i} nói về công tác tuyên giáo của tỉnh nhà" for i in range(80_000))
    other = "\n".join(reversed(one.split("\n")))
    start = time.process_time()
    words_marked(one, other)
    words_marked("a b " * 600_000, "b a " * 600_000)
    assert time.process_time() - start < 20


def test_the_page_compares_any_two_and_restores_one_as_a_new_version(client, minh):
    article = make_article("Tên cũ", status="draft", tags=["giao ban"])
    client.force_login(minh)
    client.post(page(article), typed(client, page(article), title="Tên mới", tags=[]))
    older, newer = article.history.order_by("history_id")
    address = page(article, "history")
    assert client.get(address).context["differences"] is None
    shown = client.get(f"{address}?tu={newer.pk}&den={older.pk}").content.decode()
    assert "<del>Tên cũ</del> <ins>Tên mới</ins>" in shown
    client.post(page(article, "khoi-phuc"), {"version": older.pk})
    article.refresh_from_db()
    assert article.title == "Tên cũ"
    assert [tag.name for tag in article.tags.all()] == ["giao ban"]
    assert article.history.count() == 3
    assert article.history.first().history_user == minh
    assert "Khôi phục phiên bản" in article.history.first().history_change_reason


def test_a_version_of_another_is_not_restored_and_neither_is_one_by_a_stranger(client, minh):
    article, other = make_article(status="draft"), make_article()
    other.keep_stored()
    client.force_login(minh)
    foreign = other.history.get().pk
    assert client.post(page(article, "khoi-phuc"), {"version": foreign}).status_code == 404
    assert client.post(page(article, "khoi-phuc"), {"version": "x"}).status_code == 404
    client.force_login(make_person("lan", "bien_tap_vien"))
    own = page(other, "khoi-phuc")
    assert client.post(own, {"version": foreign}).status_code == 403


def test_a_restored_version_whose_category_is_gone_keeps_todays(minh):
    old = make_category("Sắp bỏ")
    article = make_article("Tên cũ", status="draft", category=old)
    article.keep_stored()
    article.category, article.title = make_category(), "Tên mới"
    article.save()
    article.remember(minh)
    old.delete()
    article.restore(article.history.last(), minh)
    article.refresh_from_db()
    assert (article.title, article.category.name) == ("Tên cũ", "Khoa giáo")


def test_what_is_deleted_leaves_its_last_version(client, minh):
    article = make_article("Nháp bỏ đi", status="draft", published_at=None)
    article.delete()
    assert Article.history.get().history_type == "-"


TRACKED = {"Article", "Document", "Gallery", "Poll", "Recording"}
# Writers that leave no version on purpose: an import, and figures that are no content.
WITHOUT_VERSIONS = {"exchange", "stats"}


def bulk_writes(path):
    """Calls of `.update(` and `.bulk_update(` on the objects of a tracked model."""
    for node in ast.walk(ast.parse(path.read_text())):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in ("update", "bulk_update"):
            names = {n.id for n in ast.walk(called) if isinstance(n, ast.Name)}
            objects = {n.attr for n in ast.walk(called) if isinstance(n, ast.Attribute)}
            if names & TRACKED and objects & {"objects", "_base_manager"}:
                yield f"{path.name}:{node.lineno}"


def test_tracked_rows_are_not_written_in_bulk_behind_their_versions():
    for app in ("core", "news", "documents", "library", "pages", "polls", "search", "accounts"):
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "migrations" not in path.parts and app not in WITHOUT_VERSIONS:
                assert not list(bulk_writes(path)), path


def test_versions_tell_the_people_and_what_was_chosen_by_hand(minh):
    article, beside = make_article(status="draft"), make_article("Bài bên cạnh")
    article.keep_stored()
    article.authors.add(make_author("Thanh Mộc"))
    article.related_by_hand.add(beside)
    article.remember(minh)
    newer, older = article.history.order_by("-history_id")
    told = {difference.label: difference.html for difference in differences(older, newer)}
    assert told == {
        "Tác giả": "<ins>Thanh Mộc</ins>",
        "Tin liên quan chọn tay": "<ins>Bài bên cạnh</ins>",
    }
    article.restore(older, minh)
    assert not article.authors.exists()
    article.restore(newer, minh)
    assert list(article.related_by_hand.all()) == [beside]
