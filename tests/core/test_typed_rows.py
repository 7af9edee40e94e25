"""Inline rows come back with the form when what was typed is taken back."""

import pytest

from core.autosave import Autosave
from documents.models import Attachment
from library.models import Gallery, GalleryItem
from tests.factories import make_attachment, make_document
from tests.library.conftest import add  # noqa: F401

pytestmark = pytest.mark.django_db
GALLERY = "/quan-tri/library/gallery/"
PAPER = "/quan-tri/documents/document/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def gallery(add):  # noqa: F811
    gallery = Gallery.objects.create(title="Ngày hội")
    for color in ("red", "blue"):
        gallery.append(add(color))
    return gallery


def rows(gallery, *captions):
    """As a browser sends the stored rows, with these captions."""
    data = {"items-TOTAL_FORMS": str(len(captions)), "items-INITIAL_FORMS": "2"}
    data["items-__prefix__-caption"] = ""
    for at, (item, caption) in enumerate(zip(gallery.item_list, captions, strict=False)):
        data |= row(at, item.picture_id, caption, item.position, pk=item.pk, of=gallery.pk)
    return data


def row(at, picture, caption, position, pk="", of=""):
    fields = {"id": pk, "gallery": of, "picture": picture, "caption": caption}
    return {
        f"items-{at}-{name}": value for name, value in (fields | {"position": position}).items()
    }


def taken_back(desk, address, app, pk, data):
    desk.post(f"{app}tu-luu/", {"_object": pk, **data})
    response = desk.get(f"{address}?ban-go-do={Autosave.objects.get().pk}")
    inline, *_ = response.context["inline_admin_formsets"]
    return inline.formset, response.content.decode()


def captions(formset):
    return [form["caption"].value() for form in formset]


def test_stored_rows_show_what_was_typed(desk, gallery):
    data = rows(gallery, "Chú thích một", "Chú thích hai")
    data |= {"items-1-position": "0", "items-0-DELETE": "on"}
    formset, text = taken_back(desk, f"{GALLERY}{gallery.pk}/change/", GALLERY, gallery.pk, data)
    assert captions(formset) == ["Chú thích một", "Chú thích hai"]
    assert formset.forms[1]["position"].value() == "0"
    assert formset.forms[0]["DELETE"].value() is True
    assert "data-autosave-taken-back" in text
    assert not GalleryItem.objects.exclude(caption="").exists()


def test_new_rows_come_back_and_can_be_saved(desk, gallery, add):  # noqa: F811
    address = f"{GALLERY}{gallery.pk}/change/"
    third = add("green")
    data = rows(gallery, "a", "b") | row(2, third.pk, "Ảnh mới", 3) | row(3, "", "", 0)
    formset, _ = taken_back(desk, address, GALLERY, gallery.pk, data)
    assert captions(formset) == ["a", "b", "Ảnh mới"]
    assert formset.total_form_count() == 3
    sent = {"title": "Ngày hội", "slug": "ngay-hoi", "lead": "", "form_key": "", "version": ""}
    for form in [formset.management_form, *formset]:
        for bound in form:
            value = bound.value()
            sent[bound.html_name] = "" if value in (None, False) else value
    response = desk.post(address, sent)
    assert response.status_code == 302, response.context["errors"]
    assert [item.caption for item in gallery.items.all()] == ["a", "b", "Ảnh mới"]
    assert not Autosave.objects.exists()


def test_a_row_that_somebody_deleted_meanwhile_comes_back_as_a_new_one(desk, gallery):
    data = rows(gallery, "Chữ của tôi", "b")
    gallery.items.first().delete()
    address = f"{GALLERY}{gallery.pk}/change/"
    formset, _ = taken_back(desk, address, GALLERY, gallery.pk, data)
    assert captions(formset) == ["b", "Chữ của tôi"]
    assert formset.initial_form_count() == 1
    assert formset.forms[1]["id"].value() is None


def test_a_row_that_came_in_meanwhile_stays_as_it_is(desk, gallery, add):  # noqa: F811
    data = rows(gallery, "a", "b")
    gallery.append(add("green"))
    address = f"{GALLERY}{gallery.pk}/change/"
    formset, _ = taken_back(desk, address, GALLERY, gallery.pk, data)
    assert captions(formset) == ["a", "b", ""]


def test_titles_of_files_come_back_and_the_files_stay_as_stored(desk):
    paper = make_document(status="draft")
    attachment = make_attachment(paper)
    data = {
        "attachments-TOTAL_FORMS": "2",
        "attachments-INITIAL_FORMS": "1",
        "attachments-0-id": attachment.pk,
        "attachments-0-title": "Tên mới",
        "attachments-0-position": "0",
        "attachments-1-title": "Phụ lục",
        "attachments-1-position": "0",
    }
    formset, _ = taken_back(desk, f"{PAPER}{paper.pk}/change/", PAPER, paper.pk, data)
    assert [form["title"].value() for form in formset] == ["Tên mới", "Phụ lục"]
    assert formset.forms[1]["upload"].value() is None
    assert Attachment.objects.get().title != "Tên mới"


@pytest.mark.parametrize("junk", ["items-0-caption", "items-9999-caption", "items-x-caption"])
def test_junk_breaks_nothing(desk, gallery, junk):
    address = f"{GALLERY}{gallery.pk}/change/"
    formset, _ = taken_back(desk, address, GALLERY, gallery.pk, {junk: "Chữ", "items-0-id": "x'"})
    assert formset.initial_form_count() == 2


def test_the_words_of_rows_can_be_read_and_copied(desk, gallery):
    desk.post(f"{GALLERY}tu-luu/", {"_object": gallery.pk, **rows(gallery, "Câu vừa gõ", "")})
    kept = Autosave.objects.get()
    text = desk.get(f"{GALLERY}tu-luu/{kept.pk}/").content.decode()
    assert "Ảnh trong chùm 1: chú thích" in text
    assert "Câu vừa gõ" in text
