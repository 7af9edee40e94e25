"""Relations of papers: kept once, seen from both sides, by those who may see both."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.workflow import RefusedError
from documents.models import Document, Field, Relation
from tests.factories import make_document, named

pytestmark = pytest.mark.django_db

BOTH_SIDES = [
    ("replaces", "Thay thế", "Bị thay thế bởi"),
    ("amends", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    ("guides", "Hướng dẫn thi hành", "Được hướng dẫn bởi"),
    ("accompanies", "Kèm theo", "Có văn bản kèm theo"),
    ("related", "Liên quan", "Liên quan"),
]


def related(client, document):
    """{label: titles} on the page of a paper."""
    groups = client.get(document.get_absolute_url()).context["relations"]
    return {group.label: [paper.title for paper in group.papers] for group in groups}


@pytest.mark.parametrize(("kind", "there", "back"), BOTH_SIDES)
def test_each_is_seen_from_both_sides(client, kind, there, back):
    one, other = make_document("Một"), make_document("Hai")
    Relation.objects.create(source=one, kind=kind, target=other)
    assert related(client, one) == {there: ["Hai"]}
    assert related(client, other) == {back: ["Một"]}
    assert there in client.get(one.get_absolute_url()).content.decode()
    assert back in client.get(other.get_absolute_url()).content.decode()


def test_what_is_related_from_either_side_stands_in_one_group(client):
    one, two, three = (make_document(title) for title in ("Một", "Hai", "Ba"))
    Relation.objects.create(source=one, kind="related", target=two)
    Relation.objects.create(source=three, kind="related", target=one)
    assert related(client, one) == {"Liên quan": ["Hai", "Ba"]}


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"audience": "members"}])
def test_a_paper_that_is_not_public_shows_on_no_side(client, speaker, hidden):
    shown, secret = make_document("Một"), make_document("Bí mật", **hidden)
    Relation.objects.create(source=secret, kind="guides", target=shown)
    Relation.objects.create(source=shown, kind="related", target=secret)
    assert related(client, shown) == {}
    assert "Bí mật" not in client.get(shown.get_absolute_url()).content.decode()
    client.force_login(speaker)
    assert bool(related(client, shown)) == ("audience" in hidden)


def test_the_same_pair_is_kept_once_whichever_side_says_it():
    one, other = make_document(), make_document()
    Relation.objects.create(source=one, kind="replaces", target=other)
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(source=other, kind="replaces", target=one)
    with pytest.raises(ValidationError, match="đã có quan hệ ấy"):
        Relation(source=other, kind="replaces", target=one).full_clean()
    Relation.objects.create(source=one, kind="guides", target=other)


def test_a_paper_has_no_relation_to_itself():
    one = make_document()
    with pytest.raises(ValidationError, match="với chính nó"):
        Relation(source=one, kind="related", target=one).full_clean()


@pytest.mark.django_db(transaction=True)
def test_a_working_copy_changes_relations_and_notes_only_when_it_takes_the_place(client, cast):
    old, new, other = (make_document(title) for title in ("Cũ", "Mới", "Khác"))
    Relation.objects.create(source=new, kind="replaces", target=old)
    new.change_notes.create(on="2026-05-01", text="Sửa số điện thoại")
    copy = new.make_copy(cast["thu_ky"])
    assert [r.target for r in copy.relations.all()] == [old]
    copy.relations.all().delete()
    Relation.objects.create(source=copy, kind="guides", target=other)
    copy.change_notes.create(on="2026-06-01", text="Đổi văn bản được hướng dẫn")
    assert related(client, new) == {"Thay thế": ["Cũ"]}
    assert related(client, other) == {}
    copy.replace(cast["thu_ky"])
    assert related(client, new) == {"Hướng dẫn thi hành": ["Khác"]}
    text = client.get(new.get_absolute_url()).content.decode()
    assert text.index("Đổi văn bản được hướng dẫn") < text.index("Sửa số điện thoại")
    assert Document.objects.count() == 3


def test_a_copy_whose_relation_meanwhile_stands_on_the_other_side_is_refused(cast):
    one, other = make_document(), make_document()
    copy = one.make_copy(cast["thu_ky"])
    Relation.objects.create(source=copy, kind="replaces", target=other)
    Relation.objects.create(source=other, kind="replaces", target=one)
    with pytest.raises(RefusedError, match="đã có quan hệ ấy"):
        copy.replace(cast["thu_ky"])
    assert Relation.objects.filter(source=copy).exists()


def test_the_preview_of_a_copy_shows_its_own_relations(client, cast):
    one, old, new = (make_document(title) for title in ("Một", "Cũ", "Mới"))
    Relation.objects.create(source=one, kind="guides", target=old)
    copy = one.make_copy(cast["thu_ky"])
    copy.relations.update(target=new)
    client.force_login(cast["thu_ky"])
    page = client.get(f"/quan-tri/documents/document/{copy.pk}/xem-truoc/trang/")
    (group,) = page.context["relations"]
    assert [paper.title for paper in group.papers] == ["Mới"]


def test_the_newest_public_papers_of_its_fields_stand_beside_it(client):
    for year in (2023, 2020, 2022):
        both = make_document(f"Khoa giáo {year}", field="Khoa giáo", issued_on=date(year, 1, 1))
    both.fields.add(named(Field, "Dân vận"))
    make_document("Dân vận", field="Dân vận", issued_on=date(2021, 1, 1))
    make_document("Dân vận xưa", field="Dân vận", issued_on=date(2019, 1, 1))
    make_document("Kín", field="Khoa giáo", issued_on=date(2024, 1, 1), audience="members")
    make_document("Nháp", field="Khoa giáo", issued_on=date(2024, 1, 1), status="draft")
    make_document("Khác", field="Văn hóa", issued_on=date(2024, 1, 1))
    paper = make_document("Hai lĩnh vực", field="Khoa giáo", issued_on=date(2025, 1, 1))
    paper.fields.add(named(Field, "Dân vận"))
    context = client.get(paper.get_absolute_url()).context
    titles = [found.title for found in context["related"]]
    assert titles == ["Khoa giáo 2023", "Khoa giáo 2022", "Dân vận", "Khoa giáo 2020"]


def test_a_paper_of_no_field_has_none_beside_it(client):
    make_document(field="Khoa giáo")
    assert not client.get(make_document().get_absolute_url()).context["related"]
