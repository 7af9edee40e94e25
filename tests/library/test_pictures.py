"""A picture: stored once, replaced everywhere, deleted only where nobody uses it."""

import re
import threading
from contextlib import closing
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.template import Context, Template
from PIL import Image

from core import editions
from library.models import Picture
from library.renditions import folder_of, master_of
from library.uploads import Upload
from library.uses import uses_of
from tests.factories import make_article
from tests.library.conftest import picture_file

pytestmark = pytest.mark.django_db


def replaced(picture, color="blue"):
    old = picture.key
    picture.store(Upload.of(picture_file((800, 600), color)))
    return old


def test_the_same_file_is_stored_once(add):
    assert add(alt="Một") == add(alt="Hai")
    assert Picture.objects.get().alt == "Một"
    assert Picture.objects.get_or_add(picture_file(color="blue"))[1]


@pytest.mark.django_db(transaction=True)
def test_the_same_file_from_two_people_at_once_is_stored_once(monkeypatch):
    found, start = [], threading.Barrier(2)
    of = Upload.of

    def together(file):
        upload = of(file)
        start.wait()
        return upload

    monkeypatch.setattr(Upload, "of", together)

    def send():
        with closing(connection):
            found.append(Picture.objects.get_or_add(picture_file()))

    people = [threading.Thread(target=send) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert found[0][0] == found[1][0]
    assert sorted(added for _, added in found) == [False, True]
    assert Picture.objects.count() == 1


def test_the_focal_point_is_a_class_in_tens(add):
    picture = add()
    assert picture.focus_class == ""
    picture.focal_x, picture.focal_y = 32, 50
    assert picture.focus_class == "focus-x-30"
    picture.focal_x, picture.focal_y = 0, 97
    assert picture.focus_class == "focus-x-0 focus-y-100"


def test_every_focal_class_stands_in_the_stylesheet():
    css = (settings.BASE_DIR / "static/css/components/focus.css").read_text()
    for point in range(101):
        classes = Picture(focal_x=point, focal_y=point).focus_class.split()
        assert all(f".{name} {{" in css for name in classes)


def test_replacing_it_changes_key_and_picture_and_deletes_the_old_files(
    client, add, django_capture_on_commit_callbacks
):
    picture = add()
    client.get(picture.src)
    with django_capture_on_commit_callbacks(execute=True):
        old = replaced(picture)
    assert picture.key != old
    assert (picture.width, picture.height) == (800, 600)
    assert not default_storage.exists(folder_of(old))
    image = Image.open(BytesIO(client.get(picture.src).getvalue()))
    assert image.getpixel((5, 5)) == pytest.approx((0, 0, 254), abs=4)


def test_old_addresses_lead_to_the_new_picture_for_a_minute_at_a_time(
    client, add, django_capture_on_commit_callbacks
):
    picture = add()
    with django_capture_on_commit_callbacks(execute=True):
        first = replaced(picture)
        second = replaced(picture, "green")
    for old in (first, second):
        response = client.get(f"/anh/{old}/1200.jpg")
        assert (response.status_code, response["Location"]) == (302, picture.url(1200, "jpg"))
        assert response["Cache-Control"] == "public, max-age=60"
    assert picture.url(1200, "jpg").endswith("/800.jpg")


def test_texts_show_the_new_picture_though_nobody_rewrote_them(add):
    picture, other = add(), add("green")
    body = f'<img src="{picture.src}" srcset="{picture.srcset}"><img src="{other.src}">'
    assert shown(body) == body
    old = replaced(picture)
    assert old in body
    assert old not in shown(body)
    assert set(re.findall(r"/anh/([^/]*)/", shown(body))) == {picture.key, other.key}
    assert f"{picture.url(960)}" in shown(body)


def shown(body):
    template = Template("{% load pictures %}{{ body|current_pictures|safe }}")
    return template.render(Context({"body": body}))


def test_a_text_without_pictures_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert shown("<p>Hết.</p>") == "<p>Hết.</p>"


@pytest.mark.django_db(transaction=True)
def test_replacing_raises_the_edition_and_so_do_the_words_of_a_picture_in_use(add):
    used, unused = add(), add("green")
    make_article(picture=used)

    def raises(change):
        before = editions.current()
        change()
        return editions.current() != before

    assert raises(lambda: replaced(used))
    assert raises(lambda: Picture.objects.filter(pk=used.pk).update(alt="Đại biểu biểu quyết"))
    assert not raises(lambda: Picture.objects.filter(pk=unused.pk).update(alt="Hội trường"))
    assert raises(lambda: replaced(unused, "yellow"))  # a text may show it


def test_deleting_it_deletes_its_files(add, django_capture_on_commit_callbacks):
    picture = add()
    assert default_storage.exists(master_of(picture.key))
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert not default_storage.exists(folder_of(picture.key))


def test_it_knows_where_it_is_used(add, django_assert_num_queries):
    picture, other = add(), add("green")
    lead = make_article("Ảnh đại diện", picture=picture)
    text = make_article("Trong bài", body=f'<p>A</p><img src="{picture.src}" alt="">')
    draft = make_article("Nháp", status="draft", body=f'<img src="{picture.thumb}" alt="">')
    make_article("Ảnh khác", picture=other, body=f'<img src="{other.src}" alt="">')
    replaced(picture)
    with django_assert_num_queries(13):
        uses = uses_of(picture)
    assert [(use.what, use.title) for use in uses[:1]] == [("ảnh đại diện của bài viết", str(lead))]
    assert {use.title for use in uses[1:]} == {str(text), str(draft)}


def test_uses_in_texts_are_found_by_an_index(add):
    make_article(body=f'<img src="{add().src}" alt="">')
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM news_article WHERE library_keys_in(body) && ARRAY['x'::text]"
        )
        assert "news_article_picture_keys" in "".join(row[0] for row in cursor)
