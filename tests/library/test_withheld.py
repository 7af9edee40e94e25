"""Pictures of what was withdrawn: gone with the last that showed them."""

import pytest

from library.models import Picture, Recording
from library.uploads import Upload
from library.uses import withheld
from tests.factories import ago, make_article, make_author, make_gallery, make_topic
from tests.library.conftest import picture_file

pytestmark = pytest.mark.django_db


def status(client, picture):
    return client.get(picture.url(320)).status_code


def in_text(picture):
    return f'<p><img src="{picture.src}" alt="Quang cảnh"></p>'


def on(picture, way, **state):
    """Something in this state that shows the picture."""
    if way == "lead":
        return make_article(picture=picture, **state)
    if way == "text":
        return make_article(body=in_text(picture), **state)
    if way == "gallery":
        return make_gallery(pictures=[picture], **state)
    published = {"status": "published", "published_at": ago(hours=1)}
    return Recording.objects.create(
        title="Phóng sự", link="https://a.example/", picture=picture, **published | state
    )


WAYS = ["lead", "text", "gallery", "cover"]
OVER = [{"status": "withdrawn"}, {"expires_at": ago(minutes=1)}]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", OVER, ids=["withdrawn", "expired"])
def test_the_picture_of_what_is_gone_is_gone(client, add, way, state):
    picture = add()
    on(picture, way, **state)
    response = client.get(picture.url(320))
    assert response.status_code == 410
    assert response["Cache-Control"] == "public, max-age=60"
    assert response.content.decode() == "Ảnh này đã được gỡ."


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "state", [{}, {"status": "draft"}, {"published_at": ago(days=-1)}], ids=["out", "draft", "soon"]
)
def test_it_stays_while_something_else_shows_it_or_still_may(client, add, way, state):
    picture = add()
    on(picture, "lead", status="withdrawn")
    on(picture, "text", status="withdrawn")
    on(picture, way, **state)
    assert status(client, picture) == 200


def test_one_that_nothing_uses_yet_is_there(client, add):
    assert status(client, add()) == 200


@pytest.mark.parametrize("make", [make_topic, make_author])
def test_the_face_of_a_topic_or_an_author_stays(client, add, make):
    picture = add()
    on(picture, "lead", status="withdrawn")
    make(picture=picture)
    assert status(client, picture) == 200


def test_it_returns_with_its_article(client, add):
    picture = add()
    article = on(picture, "lead", status="withdrawn")
    assert status(client, picture) == 410
    article.status = "published"
    article.save()
    assert status(client, picture) == 200


def test_a_text_that_names_a_former_key_shows_it_too(client, add):
    picture = add()
    text = on(picture, "text")
    on(picture, "lead", status="withdrawn")
    former = picture.url(320)
    picture.store(Upload.of(picture_file(color="blue")))
    assert status(client, picture) == 200
    text.status = "withdrawn"
    text.save()
    assert status(client, picture) == 410
    assert client.get(former, follow=True).status_code == 410


def test_those_who_work_here_still_see_it_and_no_cache_keeps_it(client, add, editor, speaker):
    picture = add()
    on(picture, "lead", status="withdrawn")
    client.force_login(editor)
    response = client.get(picture.url(320))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    client.force_login(speaker)
    assert status(client, picture) == 410


def test_one_query_tells(client, add, django_assert_num_queries):
    picture = add()
    on(picture, "text")
    status(client, picture)
    with django_assert_num_queries(1):
        assert status(client, picture) == 200
    assert not withheld(Picture.objects.all()).exists()
