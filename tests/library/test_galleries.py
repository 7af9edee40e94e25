"""Photo stories on the public pages and in the admin."""

import pytest
from django.db import IntegrityError, transaction

from core import editions
from library.models import Gallery
from tests.core.test_public_door import STATES
from tests.factories import ago, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_gallery(add):
    def made(title="Ngày hội văn hóa", colors=("red", "blue"), **fields):
        defaults = {"slug": "ngay-hoi", "status": "published", "published_at": ago(hours=1)}
        gallery = Gallery.objects.create(title=title, **defaults | fields)
        for color in colors:
            gallery.append(add(color))
        return gallery

    return made


def test_it_shows_its_pictures_in_order_with_their_words(client, make_gallery):
    gallery = make_gallery(lead="Hàng nghìn người dự.")
    first, second = gallery.item_list
    first.caption = "Khai mạc"
    first.save()
    second.picture.caption, second.picture.credit = "Múa xòe", "Trần Sơn"
    second.picture.save()
    response = client.get(gallery.get_absolute_url())
    text = response.content.decode()
    assert "Hàng nghìn người dự." in text
    assert text.index("Khai mạc") < text.index("Múa xòe Ảnh: Trần Sơn.")
    assert text.index(first.picture.src) < text.index(second.picture.src)
    assert first.picture.share in response.context["page_image"]
    assert ">1/2<" in text


def test_the_list_shows_the_first_picture_and_how_many(client, make_gallery):
    make_gallery("Cũ", published_at=ago(days=2))
    gallery = make_gallery("Mới", colors=("red", "blue", "green"))
    make_gallery("Chưa có ảnh", colors=(), published_at=ago(days=3))
    response = client.get("/thu-vien/")
    assert [item.title for item in response.context["page_obj"]] == ["Mới", "Cũ", "Chưa có ảnh"]
    text = response.content.decode()
    assert "3 ảnh" in text
    assert gallery.picture.src in text
    assert client.get("/thu-vien/?trang=9").status_code == 404


def test_the_list_costs_the_same_for_one_and_for_many(
    client, make_gallery, django_assert_max_num_queries
):
    for _ in range(6):
        make_gallery()
    with django_assert_max_num_queries(8):
        client.get("/thu-vien/")
    address = Gallery.objects.first().get_absolute_url()
    with django_assert_max_num_queries(10):
        client.get(address)


@pytest.mark.parametrize("state", STATES)
def test_one_that_is_not_public_shows_nowhere(client, make_gallery, state):
    shown = make_gallery("Công khai")
    hidden = make_gallery("Chuyện chưa ai biết", slug="bi-mat", **STATES[state])
    for address in ("/thu-vien/", shown.get_absolute_url()):
        text = client.get(address).content.decode()
        assert hidden.title not in text
        assert hidden.slug not in text
    response = client.get(hidden.get_absolute_url())
    assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
    assert hidden.title not in response.content.decode()


def test_an_old_slug_leads_on_and_an_empty_library_answers(client, make_gallery):
    assert "Chưa có chùm ảnh nào" in client.get("/thu-vien/").content.decode()
    gallery = make_gallery()
    response = client.get(f"/thu-vien/ten-cu-{gallery.pk}/")
    assert (response.status_code, response["Location"]) == (301, gallery.get_absolute_url())


def test_a_picture_stands_in_it_once(make_gallery):
    gallery = make_gallery()
    picture = gallery.picture
    gallery.append(picture)
    assert gallery.items.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        gallery.items.create(picture=picture)


def test_a_working_copy_has_the_pictures_and_gives_them_back(make_gallery, add):
    secretary = make_person("minh", "thu_ky")
    gallery = make_gallery()
    copy = gallery.make_copy(secretary)
    assert [item.picture_id for item in copy.item_list] == [
        item.picture_id for item in gallery.item_list
    ]
    copy.items.first().delete()
    copy.append(add("yellow"))
    wanted = [item.picture_id for item in copy.item_list]
    assert gallery.items.count() == 2
    copy.replace(secretary)
    gallery.refresh_from_db()
    assert [item.picture_id for item in gallery.items.all()] == wanted
    assert Gallery.objects.get() == gallery


@pytest.mark.django_db(transaction=True)
def test_the_edition_rises_for_public_galleries_only(make_gallery, add):
    public, draft = make_gallery(), make_gallery(status="draft", colors=("green",))

    def raises(change):
        before = editions.current()
        change()
        return editions.current() != before

    assert raises(lambda: Gallery.objects.filter(pk=public.pk).update(title="Tên mới"))
    assert raises(lambda: public.items.update(caption="Khai mạc"))
    assert raises(lambda: public.append(add("white")))
    assert raises(lambda: type(public.picture).objects.filter(alt="Quang cảnh").update(alt="Mới"))
    assert not raises(lambda: draft.items.update(caption="Nháp"))
    assert not raises(lambda: draft.append(add("black")))
    assert raises(lambda: Gallery.objects.filter(pk=draft.pk).update(status="published"))


def test_an_editor_makes_one_and_orders_it(client, editor, add):
    client.force_login(editor)
    one, two = add(), add("blue")
    rows = {"items-TOTAL_FORMS": 2, "items-INITIAL_FORMS": 0}
    for number, picture, position in ((0, one, 2), (1, two, 1)):
        rows |= {f"items-{number}-picture": picture.pk, f"items-{number}-position": position}
    response = client.post("/quan-tri/library/gallery/add/", {"title": "Ngày hội"} | rows)
    assert response.status_code == 302, response.context["errors"]
    gallery = Gallery.objects.get()
    assert [item.picture for item in gallery.item_list] == [two, one]
    assert (gallery.slug, gallery.status) == ("ngay-hoi", "draft")
    text = client.get(f"/quan-tri/library/gallery/{gallery.pk}/change/").content.decode()
    assert f"tai-len/?chum-anh={gallery.pk}" in text
    assert "data-order" in text
    assert client.get(f"/quan-tri/library/gallery/{gallery.pk}/xem-truoc/trang/").status_code == 200
