"""Sound and films: public pages, the file in parts, and what is taken in."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from core import editions
from files import ranges
from library import views
from library.models import Recording
from library.sounds import extension_of
from tests.core.test_public_door import STATES
from tests.factories import ago

pytestmark = pytest.mark.django_db

BYTES = bytes(range(256)) * 40
MP3 = b"ID3\x04\x00\x00" + bytes(200)
FRAME = b"\xff\xfb\x90\x64" + bytes(200)
M4A = b"\x00\x00\x00\x20ftypM4A " + bytes(200)
MP4 = b"\x00\x00\x00\x20ftypisom" + bytes(200)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(200)
MATROSKA = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska" + bytes(200)


@pytest.fixture
def make_recording(db):
    def made(title="Phóng sự", data=BYTES, **fields):
        defaults = {"slug": "phong-su", "status": "published", "published_at": ago(hours=1)}
        if "link" not in fields:
            defaults["file"] = ContentFile(data, "tep.mp4")
        return Recording.objects.create(title=title, **defaults | fields)

    return made


@pytest.mark.parametrize(
    ("data", "extension"),
    [(MP3, ".mp3"), (FRAME, ".mp3"), (M4A, ".m4a"), (MP4, ".mp4"), (WEBM, ".webm")],
)
def test_its_type_is_told_by_its_bytes(data, extension):
    assert extension_of(SimpleUploadedFile("x.txt", data)) == extension


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"<script>alert(1)</script>",
        MATROSKA,
        MP4.replace(b"isom", b"qt  "),
        MP4.replace(b"isom", b"heic"),
        b"\xff\xf1\x50\x80" + bytes(200),  # AAC in ADTS
        b"\xff\xfe<\x00s\x00" + bytes(200),  # text in UTF-16
        b"\xff\xd8\xff\xe0" + bytes(200),
    ],
)
def test_what_is_neither_sound_nor_film_is_refused(data):
    with pytest.raises(ValidationError, match="MP3, M4A, MP4 hoặc WebM"):
        extension_of(SimpleUploadedFile("phim.mp4", data))


def test_a_film_of_ours_loads_nothing_before_it_is_played(client, make_recording, add):
    recording = make_recording(kind="video", picture=add(), transcript="Kính thưa …\n\nXin cảm ơn.")
    text = client.get(recording.get_absolute_url()).content.decode()
    assert f'src="{recording.get_file_url()}"' in text
    assert 'preload="none"' in text
    assert f'poster="{recording.picture.src}"' in text
    assert "<p>Xin cảm ơn.</p>" in text
    assert "<video" in text
    assert (
        "<audio"
        in client.get(
            make_recording(kind="audio", slug="loi-keu-goi").get_absolute_url()
        ).content.decode()
    )


def test_a_link_loads_nothing_from_outside(client, make_recording, add):
    recording = make_recording(link="https://www.youtube.com/watch?v=x&t=1", picture=add())
    text = client.get(recording.get_absolute_url()).content.decode()
    assert text.count("www.youtube.com/watch") == 1
    assert 'href="https://www.youtube.com/watch?v=x&amp;t=1" rel="noopener noreferrer"' in text
    assert "Xem trên www.youtube.com" in text
    assert "<iframe" not in text
    assert "<video" not in text
    assert client.get(recording.get_file_url()).status_code == 404


def test_the_list_says_what_each_is(client, make_recording, django_assert_max_num_queries):
    for number in range(5):
        make_recording(f"Phim {number}")
    make_recording("Lời kêu gọi", kind="audio", published_at=ago(minutes=1))
    with django_assert_max_num_queries(7):
        response = client.get("/nghe-nhin/")
    assert response.context["page_obj"][0].title == "Lời kêu gọi"
    text = response.content.decode()
    assert "Âm thanh" in text
    assert text.count("Video") == 5


@pytest.mark.parametrize("state", STATES)
def test_one_that_is_not_public_shows_nowhere_and_neither_does_its_file(
    client, make_recording, state
):
    shown = make_recording("Công khai")
    hidden = make_recording("Chuyện chưa ai biết", slug="bi-mat", **STATES[state])
    for address in ("/nghe-nhin/", shown.get_absolute_url()):
        assert "bi-mat" not in client.get(address).content.decode()
    for address in (hidden.get_absolute_url(), hidden.get_file_url()):
        response = client.get(address)
        assert response.status_code == (410 if state in ("expired", "withdrawn") else 404)
        assert BYTES not in response.getvalue()


def test_an_editor_hears_a_draft_and_a_speaker_does_not(client, editor, speaker, make_recording):
    draft = make_recording(status="draft")
    client.force_login(speaker)
    assert client.get(draft.get_file_url()).status_code == 404
    client.force_login(editor)
    assert client.get(draft.get_file_url()).getvalue() == BYTES


def test_the_whole_file(client, make_recording):
    response = client.get(make_recording().get_file_url())
    assert (response.status_code, response.getvalue()) == (200, BYTES)
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Length"] == str(len(BYTES))
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; media-src 'self'"
    assert "attachment" not in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, 10239),
        ("bytes=100-199", 100, 199),
        ("bytes=10239-", 10239, 10239),
        ("bytes=10000-99999", 10000, 10239),
        ("bytes=-1", 10239, 10239),
        ("bytes=-99999", 0, 10239),
        ("bytes = 5-6", 5, 6),
    ],
)
def test_a_part_of_it(client, make_recording, asked, start, end):
    response = client.get(make_recording().get_file_url(), headers={"Range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{end}/10240"
    assert response["Content-Length"] == str(end - start + 1)
    assert response.getvalue() == BYTES[start : end + 1]


@pytest.mark.parametrize("asked", ["bytes=10240-", "bytes=99999-100000", "bytes=-0"])
def test_a_part_behind_its_end(client, make_recording, asked):
    response = client.get(make_recording().get_file_url(), headers={"Range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */10240")
    assert not response.getvalue()


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=5-2", "bytes=-", "bytes=a-b", "lines=0-1", "bytes=²-", ""]
)
def test_several_parts_and_nonsense_are_answered_with_the_whole(client, make_recording, asked):
    response = client.get(make_recording().get_file_url(), headers={"Range": asked})
    assert (response.status_code, response.getvalue()) == (200, BYTES)


def test_a_part_only_of_the_file_that_was_begun(client, make_recording):
    address = make_recording().get_file_url()
    etag = client.head(address)["ETag"]
    part = {"Range": "bytes=1-2"}
    assert client.get(address, headers=part | {"If-Range": etag}).status_code == 206
    assert client.get(address, headers=part | {"If-Range": '"other"'}).status_code == 200
    assert client.get(address, headers=part | {"If-None-Match": etag}).status_code == 304
    assert client.head(address, headers=part).status_code == 200


def test_a_long_part_is_sent_piece_by_piece(client, make_recording, monkeypatch):
    monkeypatch.setattr(views, "LONGEST", 4000)
    monkeypatch.setattr(ranges, "BLOCK", 1024)
    address, got = make_recording().get_file_url(), b""
    while len(got) < len(BYTES):
        response = client.get(address, headers={"Range": f"bytes={len(got)}-"})
        assert response.status_code == 206
        got += response.getvalue()
    assert got == BYTES


@pytest.mark.django_db(transaction=True)
def test_the_edition_rises_for_public_ones_only(make_recording, add):
    public, draft = make_recording(picture=add()), make_recording(status="draft")

    def raises(change):
        before = editions.current()
        change()
        return editions.current() != before

    assert raises(lambda: Recording.objects.filter(pk=public.pk).update(title="Tên mới"))
    assert raises(lambda: type(public.picture).objects.update(alt="Mới"))
    assert not raises(lambda: Recording.objects.filter(pk=draft.pk).update(title="Tên mới"))


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def submit(client, **fields):
    defaults = {"title": "Phóng sự", "kind": "video", "link": ""}
    return client.post("/quan-tri/library/recording/add/", defaults | fields)


def test_an_editor_sends_a_file_in(desk):
    response = submit(desk, file=SimpleUploadedFile("Bài hát.MP4", MP3))
    assert response.status_code == 302, response.context["errors"]
    recording = Recording.objects.get()
    assert (recording.kind, recording.media_type) == ("audio", "audio/mpeg")
    assert "hát" not in recording.file.name
    text = desk.get(f"/quan-tri/library/recording/{recording.pk}/change/").content.decode()
    assert f'href="{recording.get_file_url()}"' in text


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"file": SimpleUploadedFile("phim.mp4", b"<script>")}, "file"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "ftp://example.com/a"}, "link"),
        ({}, "__all__"),
        ({"link": "https://example.com/", "file": SimpleUploadedFile("a.mp3", MP3)}, "__all__"),
    ],
)
def test_a_bad_one_is_told_where_it_is_bad(desk, fields, where):
    response = submit(desk, **fields)
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == [where]
    assert not Recording.objects.exists()
