"""Names that many things bear: changed at once, followed by a job."""

import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from core import editions
from documents.models import Document, Field, Issuer, Kind
from feedback.models import Subject
from news.models import Author, Tag
from search import renaming
from search.models import Renamed
from tests.factories import make_article, make_author, make_document, make_question
from tests.search.finding import found
from tests.search.test_entries import stored, told

pytestmark = pytest.mark.django_db


def test_until_the_job_comes_a_paper_is_found_by_the_old_name(client, monkeypatch):
    marked = []
    paper = make_document("Quy chế phối hợp")
    Issuer.objects.filter(pk=paper.issuer_id).update(name="Sở Mới Tinh")
    assert found(client, f"quy chế {paper.issuer.name}") == ["Quy chế phối hợp"]
    assert "Sở Mới Tinh" in client.get("/tim-kiem/?q=quy+che").content.decode()
    assert found(client, "so moi tinh") == []
    monkeypatch.setattr(editions, "mark", lambda: marked.append(True))
    renaming.follow()
    assert found(client, "so moi tinh") == ["Quy chế phối hợp"]
    assert marked  # kept pages of results are made again
    assert not Renamed.objects.exists()


def test_every_kind_of_name_is_followed():
    article = make_article("Tin vắn", tags=["giao ban"])
    article.authors.add(make_author("Thanh Mộc"))
    make_document("Quy chế", field="Khoa giáo")
    make_question(subject=Subject.objects.create(name="Dân vận"))
    for model in (Tag, Author, Kind, Issuer, Field, Subject):
        assert stored() == told()
        model.objects.update(name=Concat("name", Value(" mới")))
        assert stored() != told(), model
        renaming.follow()
    assert stored() == told()


def test_it_goes_in_batches_and_on_where_it_was_cut_short(monkeypatch):
    monkeypatch.setattr(renaming, "BATCH", 2)
    papers = [make_document(f"Quy chế {number}") for number in range(5)]
    assert len({paper.issuer_id for paper in papers}) == 1
    Issuer.objects.filter(pk=papers[0].issuer_id).update(name="Sở Mới Tinh")
    assert renaming.follow_some()
    assert Renamed.objects.get().done_to == papers[1].pk
    assert stored() != told()
    renaming.follow(seconds=0)
    assert Renamed.objects.get().done_to == papers[1].pk
    renaming.follow()
    assert stored() == told()
    assert not renaming.follow_some()


def test_a_second_name_starts_again_and_a_deleted_one_is_nobody_s():
    make_document("Quy chế", field="Khoa giáo")
    Field.objects.filter(name="Khoa giáo").update(name="Tên một")
    Field.objects.filter(name="Tên một").update(name="Tên hai")
    Kind.objects.create(name="Giấy lạ", slug="giay-la")
    Kind.objects.filter(name="Giấy lạ").update(name="Giấy quen")
    Kind.objects.filter(name="Giấy quen").delete()
    assert Renamed.objects.count() == 3
    renaming.follow()
    assert stored() == told()
    assert not Renamed.objects.exists()
    assert Document.objects.count() == 1


def test_what_keeps_its_name_waits_for_nothing(django_assert_num_queries):
    paper = make_document("Quy chế")
    Issuer.objects.filter(pk=paper.issuer_id).update(slug="so-moi-tinh")
    with django_assert_num_queries(3):  # with the savepoint around it
        assert not renaming.follow_some()
