"""The search table follows every write, and holds what a filling would put there."""

import pytest
from django.db import connection

from documents.models import Document
from news.models import Article
from search.catalogue import CONSULTATIONS, PAGES, QUESTIONS, SOURCES
from search.filling import fill_batch
from tests.factories import (
    make_article,
    make_attachment,
    make_author,
    make_category,
    make_consultation,
    make_document,
    make_page,
    make_question,
)

pytestmark = pytest.mark.django_db


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT shelf, object_id, bucket, day, words::text FROM search_entry")
        return sorted(cursor.fetchall())


def told():
    parts = [
        "SELECT shelf, object_id, search_bucket(shelf, day), day, "
        f"search_words(title, lead, body, files, marks)::text FROM {source.function}("
        f"ARRAY(SELECT id FROM {source.table}))"
        for source in SOURCES
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return sorted(cursor.fetchall())


def has(words, shelf):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM search_entry WHERE words @@ %s::tsquery AND shelf = %s",
            [words, shelf],
        )
        return cursor.fetchone()[0]


def test_an_article_s_row_follows_its_text_its_names_and_its_state():
    article = make_article("Tin vắn", tags=["giao ban"])
    author = make_author("Thanh Mộc")
    steps = [
        lambda: article.authors.add(author),
        lambda: article.more_categories.add(make_category("Tin vùng cao")),
        lambda: Article.objects.update(body="<p>Hoà bình&nbsp;ở Thuý Sơn</p>"),
        lambda: Article.objects.update(views=9),
        lambda: make_attachment(article).stored.pages.create(number=1, text="Trang quét"),
        lambda: article.attachments.get().stored.pages.all().delete(),
        lambda: article.authors.clear(),
        lambda: Article.objects.update(status="withdrawn"),
        lambda: Article.objects.all().delete(),
    ]
    for step in steps:
        step()
        assert stored() == told()


def test_a_paper_s_row_follows_its_files_its_names_and_who_may_read_it():
    paper = make_document("Quy chế", symbol="238-QĐ/TW", field="Khoa giáo")
    assert has("'#238qdtw' & '#238'", 2) == 1
    file = make_attachment(paper)
    file.stored.pages.create(number=1, text="chữ trong tệp")
    assert has("'chữ' & 'tep'", 2) == 1
    type(file.stored).objects.update(state="quarantined")
    assert has("'tep'", 2) == 0
    Document.objects.update(audience="members")
    assert (has("'quy'", 2), has("'quy'", 3)) == (0, 1)
    Document.objects.update(status="draft")
    assert (has("'quy'", 3), has("'quy'", 52)) == (0, 1)
    assert stored() == told()


def test_pages_questions_and_consultations_stand_there_while_they_are_published():
    things = [
        (make_page("Trang quê"), PAGES, {"lead": "Chuyện bản"}),
        (make_question("Hỏi quê"), QUESTIONS, {"answered_by": "Phòng Dân vận"}),
        (make_consultation("Dự thảo quê"), CONSULTATIONS, {"outcome": "<p>Đã tiếp thu</p>"}),
    ]
    for thing, source, change in things:
        things_of = type(thing).objects.filter(pk=thing.pk)
        assert has("'que'", source.public) == 1
        things_of.update(**change)
        assert stored() == told()
        things_of.update(status="withdrawn")
        assert has("'que'", source.public) == 0
        things_of.update(status="published")
        assert has("'que'", source.public) == 1
        things_of.delete()
    assert stored() == []


def test_who_asked_a_question_is_no_word_of_the_search():
    make_question("Hỏi quê", asked_by="Vàng A Lử")
    assert has("'que'", QUESTIONS.public) == 1
    assert has("'vang' & 'lu'", QUESTIONS.public) == 0


def test_a_filling_adds_what_is_missing_and_leaves_the_rest():
    article, paper = make_article("Tin vắn"), make_document("Quy chế", status="draft")
    whole = stored()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_entry WHERE shelf <> 1")
        cursor.execute("UPDATE search_entry SET words = 'da'")
    for source in SOURCES:
        for thing in (article, paper):
            fill_batch(source, thing.pk)
    assert [row[:4] for row in stored()] == [row[:4] for row in whole]
    assert has("'da'", 1) == 1
    assert has("'quy'", 52) == 1


def test_a_text_beyond_the_limit_of_a_vector_is_read_in_part():
    words = " ".join(f"từ{number:x}ấấấấấ" for number in range(60_000))
    article = make_article("Tin vắn", body=f"<p>{words}</p>")
    assert has("'tin' & 'từ1ấấấấấ'", 1) == 1
    assert article.pk
