"""Papers in the admin: identity, relations, names."""

import datetime as dt

import pytest

from documents.models import Document, Issuer, Kind, Relation
from documents.reference import ensure_names
from tests.factories import make_document, make_person, named
from tests.news.test_admin import page
from tests.news.test_admin import typed as typed_of

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/documents/document/add/"


@pytest.fixture
def minh(client):
    person = make_person("minh", "thu_ky")
    client.force_login(person)
    return person


def typed(client, address, **changes):
    """As a browser would send it, without the empty row for a file."""
    return typed_of(client, address, **changes) | {"attachments-TOTAL_FORMS": 0}


def errors(response):
    return response.context["adminform"].form.errors


def test_a_second_paper_of_one_identity_is_refused_with_a_link_to_the_first(client, minh):
    first = make_document("Văn bản đầu", symbol="51-HD/TU", issued_on=dt.date(2026, 5, 1))
    same = {
        "title": "Văn bản nữa",
        "symbol": "51 - hd/tu",
        "kind": first.kind_id,
        "issuer": first.issuer_id,
        "issued_on": "01/05/2026",
    }
    response = client.post(ADD, typed(client, ADD, **same))
    (error,) = errors(response)["symbol"]
    assert f'href="{page(first)}"' in error
    assert "Văn bản đầu" in error
    response = client.post(ADD, typed(client, ADD, **same | {"issued_on": "02/05/2026"}))
    assert response.status_code == 302
    assert Document.objects.count() == 2


def test_a_working_copy_may_keep_the_identity_of_its_original(client, minh):
    first = make_document("Văn bản đầu", symbol="51-HD/TU")
    copy = first.make_copy(minh)
    response = client.post(page(copy), typed(client, page(copy), title="Sửa trích yếu"))
    assert response.status_code == 302
    copy.refresh_from_db()
    assert copy.title == "Sửa trích yếu"


def related(client, address, *rows, **changes):
    data = typed(client, address, **changes)
    data["relations-TOTAL_FORMS"] = len(rows)
    for place, (kind, target) in enumerate(rows):
        data |= {f"relations-{place}-kind": kind, f"relations-{place}-target": target.pk}
    return client.post(address, data)


def test_relations_are_edited_on_one_side_and_listed_on_the_other(client, minh):
    one, other = make_document("Một", status="draft"), make_document("Hai", symbol="2-HD/TU")
    assert related(client, page(one), ("replaces", other)).status_code == 302
    relation = Relation.objects.get()
    assert (relation.source, relation.kind, relation.target) == (one, "replaces", other)
    text = client.get(page(other)).content.decode()
    assert f'<li>Bị thay thế bởi <a href="{page(one)}">Một</a> (Nháp)</li>' in text


def test_doubles_selves_and_working_copies_are_refused_in_words(client, minh):
    one, other = make_document(status="draft"), make_document()
    response = related(client, page(one), ("guides", other), ("guides", other))
    assert "chỉ ghi một lần" in response.content.decode()
    response = related(client, page(one), ("guides", one))
    assert "với chính nó" in response.content.decode()
    response = related(client, page(one), ("guides", other.make_copy(minh)))
    assert "không chọn bản sửa" in response.content.decode()
    Relation.objects.create(source=other, kind="replaces", target=one)
    response = related(client, page(one), ("replaces", other))
    assert "đã có quan hệ ấy" in response.content.decode()
    assert Relation.objects.count() == 1


def test_the_choice_of_a_related_paper_goes_by_symbol_and_offers_no_copies(client, minh):
    paper = make_document("Một", symbol="51-HD/TU")
    paper.make_copy(minh)
    query = "app_label=documents&model_name=relation&field_name=target&term=51"
    found = client.get(f"/quan-tri/autocomplete/?{query}").json()["results"]
    assert found == [{"id": str(paper.pk), "text": "51-HD/TU – Một"}]


def test_the_choices_carry_what_a_symbol_begins_with(client, minh):
    text = client.get(ADD).content.decode()
    kind = Kind.objects.get(name="Hướng dẫn")
    assert f'<option value="{kind.pk}" data-abbreviation="HD">' in text
    assert "js/admin/symbol.js" in text


def test_an_editor_may_write_relations_and_notes(client):
    client.force_login(make_person("lan", "bien_tap_vien"))
    paper = make_document(status="draft", published_at=None)
    text = client.get(page(paper)).content.decode()
    assert "relations-__prefix__-kind" in text
    assert "change_notes-__prefix__-text" in text


def test_known_names_are_there_and_stay_as_an_editor_left_them():
    board = Issuer.objects.get(abbreviation="BTGTU")
    assert board.successor.abbreviation == "BTGDVTU"
    assert (board.valid_until, board.successor.valid_from.year) == (dt.date(2025, 1, 31), 2025)
    Issuer.objects.filter(pk=board.pk).update(abbreviation="BTG", successor=None)
    Kind.objects.filter(name="Quy định").delete()
    number = Kind.objects.count()
    ensure_names()
    board.refresh_from_db()
    assert (board.abbreviation, board.successor) == ("BTG", None)
    assert Kind.objects.count() == number + 1
    assert set(Kind.objects.filter(abbreviation="QĐ").values_list("name", flat=True)) == {
        "Quyết định",
        "Quy định",
    }


def test_a_known_name_in_another_spelling_is_not_made_twice():
    Kind.objects.all().delete()
    named(Kind, "Bản Thoả thuận")
    ensure_names()
    assert Kind.objects.filter(name__iregex="tho[aả]+").count() == 1


def test_a_page_names_the_successor_of_its_issuer(client):
    paper = make_document(issuer=Issuer.objects.get(abbreviation="BTGTU"))
    text = client.get(paper.get_absolute_url()).content.decode()
    assert "(nay là Ban Tuyên giáo và Dân vận Tỉnh ủy)" in text
