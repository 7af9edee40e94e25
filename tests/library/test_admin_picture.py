"""A picture in the admin."""

import pytest
from django.urls import reverse

from library.models import Picture
from tests.factories import make_article
from tests.library.conftest import picture_file

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/library/picture/"
FIELDS = {"alt": "", "caption": "", "credit": "", "source": "", "focal_x": 50, "focal_y": 50}


@pytest.fixture
def desk(client, editor, grant):
    client.force_login(grant(editor, "library.replace_picture", "library.delete_picture"))
    return client


def change(picture):
    return reverse("admin:library_picture_change", args=[picture.pk])


def test_one_is_added_with_its_words(desk, editor):
    words = {"alt": "Đại biểu biểu quyết", "credit": "Trần Sơn", "source": "Báo Sơn La"}
    response = desk.post(f"{LIST}add/", FIELDS | words | {"file": picture_file()})
    assert response.status_code == 302
    picture = Picture.objects.get()
    assert (picture.alt, picture.credit, picture.source) == tuple(words.values())
    assert picture.created_by == editor


def test_what_is_no_picture_is_told_beside_its_field(desk):
    response = desk.post(f"{LIST}add/", FIELDS | {"alt": "Giữ lại"})
    assert "file" in response.context["adminform"].form.errors
    broken = picture_file()
    broken.truncate(500)
    response = desk.post(f"{LIST}add/", FIELDS | {"alt": "Giữ lại", "file": broken})
    assert "hỏng" in response.context["adminform"].form.errors["file"][0]
    assert "Giữ lại" in response.content.decode()
    assert not Picture.objects.exists()


def test_a_double_is_refused_with_a_link_to_the_first(desk, add):
    picture = add(alt="Cổng <Ban>")
    response = desk.post(f"{LIST}add/", FIELDS | {"file": picture_file()})
    (message,) = response.context["adminform"].form.errors["file"]
    assert f'<a href="{change(picture)}">Cổng &lt;Ban&gt;</a>' in message


def test_the_list_asks_for_missing_words_and_takes_many_at_once(desk, add):
    one, two = add(alt=""), add("blue", alt="Hội trường")
    assert list(desk.get(f"{LIST}?mo-ta=thieu").context["cl"].queryset) == [one]
    assert list(desk.get(f"{LIST}?mo-ta=co").context["cl"].queryset) == [two]
    rows = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": one.pk, "_save": "1"}
    words = {"form-0-alt": "Lễ khai mạc", "form-0-caption": "", "form-0-credit": "Sơn"}
    assert desk.post(f"{LIST}?id__in={one.pk}", rows | words).status_code == 302
    one.refresh_from_db()
    assert (one.alt, one.credit) == ("Lễ khai mạc", "Sơn")


@pytest.mark.parametrize("words", ["hoi truong", "Hội trường", "tran son"])
def test_it_is_found_by_words_in_any_spelling(desk, add, words):
    picture = add(alt="Hội trường Tỉnh ủy", credit="Trần Sơn")
    add("blue", alt="Chợ phiên")
    assert list(desk.get(LIST, {"q": words}).context["cl"].queryset) == [picture]


def test_the_list_costs_the_same_for_one_and_for_many(desk, add, django_assert_max_num_queries):
    for shade in range(8):
        add((shade, 0, 0))
    with django_assert_max_num_queries(8):
        desk.get(LIST)


def test_the_focal_point_is_chosen_by_numbers_too(desk, add):
    picture = add()
    text = desk.get(change(picture)).content.decode()
    assert 'data-focal="id_focal_x id_focal_y"' in text
    assert 'name="focal_x"' in text
    assert f'src="{picture.src}"' in text
    desk.post(change(picture), FIELDS | {"focal_x": 20, "focal_y": 80})
    picture.refresh_from_db()
    assert picture.focus_class == "focus-x-20 focus-y-80"
    response = desk.post(change(picture), FIELDS | {"focal_x": 101})
    assert "focal_x" in response.context["adminform"].form.errors


def test_replacing_it_keeps_its_words(desk, add):
    picture = add()
    old = picture.key
    words = FIELDS | {"alt": "Quang cảnh"}
    new = picture_file((900, 600), "blue")
    assert desk.post(change(picture), words | {"file": new}).status_code == 302
    picture.refresh_from_db()
    assert (picture.alt, picture.width) == ("Quang cảnh", 900)
    assert picture.key != old
    assert Picture.objects.with_key(old) == picture


def test_replacing_it_by_itself_or_by_another_one_is_refused(desk, add):
    picture, other = add(), add("blue")
    response = desk.post(change(picture), FIELDS | {"file": picture_file()})
    assert "chính là tệp đang dùng" in response.context["adminform"].form.errors["file"][0]
    response = desk.post(change(picture), FIELDS | {"file": picture_file(color="blue")})
    assert change(other) in response.context["adminform"].form.errors["file"][0]


def test_who_may_not_replace_it_may_still_write_its_words(client, editor, add):
    picture = add()
    key = picture.key
    client.force_login(editor)
    assert 'type="file"' not in client.get(change(picture)).content.decode()
    new = picture_file(color="blue")
    assert client.post(change(picture), FIELDS | {"alt": "Mới", "file": new}).status_code == 302
    picture.refresh_from_db()
    assert (picture.key, picture.alt) == (key, "Mới")


def test_it_says_where_it_is_used_and_cannot_be_deleted_then(desk, add):
    picture, spare = add(), add("blue")
    article = make_article("Hội nghị báo cáo viên", body=f'<img src="{picture.src}" alt="">')
    assert (
        f'<a href="{reverse("admin:news_article_change", args=[article.pk])}"'
        in desk.get(change(picture)).content.decode()
    )
    page = f"{LIST}{picture.pk}/delete/"
    assert "Hội nghị báo cáo viên" in desk.get(page).content.decode()
    desk.post(page, {"post": "yes"})
    bulk = {"action": "delete_selected", "_selected_action": [picture.pk, spare.pk], "post": "yes"}
    desk.post(LIST, bulk)
    assert Picture.objects.count() == 2
    article.delete()
    desk.post(LIST, bulk)
    assert not Picture.objects.exists()
