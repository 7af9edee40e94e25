"""Sending in several pictures at once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from library.models import Gallery, Picture
from library.uploads import NO_PICTURE
from tests.factories import ago, make_person
from tests.library.conftest import picture_file

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/library/picture/tai-len/"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def send(client, *files, **more):
    fields = {"files": files, "credit": "Trần Sơn", "source": "", **more.pop("fields", {})}
    return client.post(ADDRESS, fields, **more)


def test_its_address():
    assert reverse("admin:library_picture_upload") == ADDRESS


def test_each_file_gets_its_answer(desk, editor):
    known = picture_file(color="blue")
    Picture.objects.add(known, alt="Đã có")
    known.seek(0)
    rubbish = SimpleUploadedFile("<b>.png", b"<script>alert(1)</script>")
    response = send(desk, picture_file(name="moi.png"), known, rubbish, **JSON)
    assert response.status_code == 200
    new, old, refused = response.json()["answers"]
    picture = Picture.objects.get(pk=new["picture"])
    assert (new["name"], new["added"], picture.credit) == ("moi.png", True, "Trần Sơn")
    assert picture.created_by == editor
    assert (old["added"], Picture.objects.get(pk=old["picture"]).alt) == (False, "Đã có")
    assert (refused["picture"], refused["error"]) == (None, NO_PICTURE)
    assert "&lt;b&gt;.png" in refused["html"]
    assert "<script>" not in refused["html"]
    assert Picture.objects.count() == 2


def test_it_works_as_a_plain_form(desk):
    assert "multiple" in desk.get(ADDRESS).content.decode()
    response = send(desk, picture_file(), picture_file(color="blue", name="hai.png"))
    assert response.status_code == 200
    text = response.content.decode()
    assert text.count("đã lưu.") == 2
    ids = [picture.pk for picture in Picture.objects.order_by("pk")]
    assert "?id__in={},{},0".format(*ids) in text


def test_nothing_chosen_or_nothing_good_is_a_clear_400(desk):
    response = send(desk, **JSON)
    assert response.status_code == 400
    assert response.json()["errors"]["files"] == ["Hãy chọn ít nhất một ảnh."]
    assert "Hãy chọn ít nhất một ảnh." in send(desk).content.decode()
    response = send(desk, SimpleUploadedFile("a.png", b"no"), fields={"source": "Báo Sơn La"})
    assert response.status_code == 400
    assert NO_PICTURE in response.content.decode()
    assert 'value="Báo Sơn La"' in response.content.decode()
    assert not Picture.objects.exists()


def test_it_needs_the_permission_and_the_token(client, cast):
    for role, status in {
        "bao_cao_vien": 302,
        "cong_tac_vien": 302,
        "bien_tap_vien": 200,
        "thu_ky": 200,
        "quan_tri": 200,
    }.items():
        client.force_login(cast[role])
        assert client.get(ADDRESS).status_code == status, role
        picture = BytesIO(picture_file(color=f"#{len(role):06}").read())
        assert send(client, picture, **JSON).status_code == status, role
    assert Picture.objects.count() == 3
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast["thu_ky"])
    assert send(strict, picture_file(color="green")).status_code == 403
    assert Picture.objects.count() == 3


def test_staff_without_the_permission_is_refused(client, db):
    person = make_person("ba", "cong_tac_vien")
    person.is_staff = True
    person.save()
    client.force_login(person)
    assert client.get(ADDRESS).status_code == 403
    assert send(client, picture_file()).status_code == 403
    assert not Picture.objects.exists()


def test_pictures_can_go_straight_into_a_gallery(desk):
    gallery = Gallery.objects.create(title="Ngày hội")
    assert "Ngày hội" in desk.get(f"{ADDRESS}?chum-anh={gallery.pk}").content.decode()
    for color in ("blue", "green", "blue"):
        send(desk, picture_file(color=color), fields={"gallery": gallery.pk}, **JSON)
    assert [item.position for item in gallery.item_list] == [1, 2]
    assert desk.get(f"{ADDRESS}?chum-anh=x'").status_code == 200


def test_nobody_adds_to_a_gallery_that_they_may_not_change(desk):
    public = Gallery.objects.create(title="Ngày hội", status="published", published_at=ago(days=1))
    assert "Ngày hội" not in desk.get(f"{ADDRESS}?chum-anh={public.pk}").content.decode()
    response = send(desk, picture_file(), fields={"gallery": public.pk}, **JSON)
    assert response.status_code == 400
    assert not public.items.exists()
