"""Packs: their page, and all their files in one ZIP."""

import hashlib
import io
import tracemalloc
import zipfile

import pytest
from django.core.files.storage import default_storage

from documents.models import Pack, PackItem
from documents.zipping import file_name, zipped
from tests.factories import ago, make_attachment, make_document, make_person

pytestmark = pytest.mark.django_db


def make_pack(*papers, **fields):
    pack = Pack.objects.create(
        **{
            "title": "Kỷ niệm 80 năm Quốc khánh",
            "slug": "quoc-khanh",
            "status": "published",
            "published_at": ago(hours=1),
            **fields,
        }
    )
    for position, (heading, paper) in enumerate(papers):
        PackItem.objects.create(pack=pack, document=paper, heading=heading, position=position)
    return pack


@pytest.fixture
def pack():
    """A letter with two files of one name, a guidance, and a members' outline."""
    letter = make_document("Thư gửi cán bộ", symbol="12-CV/TU")
    make_attachment(letter, "thư.pdf", b"%PDF-1.7 mot")
    make_attachment(letter, "Thư.pdf", b"%PDF-1.7 hai")
    guidance = make_document("Hướng dẫn tuyên truyền")
    make_attachment(guidance, "hướng dẫn.docx", b"%PDF-1.7 huong dan")
    secret = make_document("Đề cương nội bộ", audience="members")
    make_attachment(secret, "mật.pdf", b"%PDF-1.7 mat")
    return make_pack(("Thư", letter), ("Hướng dẫn", guidance), ("Đề cương", secret))


def unzipped(response):
    assert response.streaming
    archive = zipfile.ZipFile(io.BytesIO(response.getvalue()))
    assert archive.testzip() is None
    return {info.filename: archive.read(info) for info in archive.infolist()}


FILES = {
    "01 Hướng dẫn 12-CV-TU/thư.pdf": b"%PDF-1.7 mot",
    "01 Hướng dẫn 12-CV-TU/Thư (2).pdf": b"%PDF-1.7 hai",
    "02 Hướng dẫn tuyên truyền/hướng dẫn.docx": b"%PDF-1.7 huong dan",
}


def test_the_zip_has_every_public_file_in_order_under_its_vietnamese_name(client, pack):
    found = unzipped(client.get(pack.get_zip_url()))
    contents = found.pop("MUC-LUC.txt").decode("utf-8-sig")
    assert found == FILES
    for name, data in FILES.items():
        assert name in contents
        assert f"{len(data)} byte; SHA-256 {hashlib.sha256(data).hexdigest()}" in contents
    assert "1. Thư: Thư gửi cán bộ\r\n   Hướng dẫn 12-CV/TU – Ban Tuyên giáo Tỉnh ủy" in contents
    assert "nội bộ" not in contents


def test_a_speaker_gets_the_members_files_too(client, pack, speaker):
    client.force_login(speaker)
    response = client.get(pack.get_zip_url())
    assert response["Cache-Control"] == "private, no-store"
    assert unzipped(response)["03 Đề cương nội bộ/mật.pdf"] == b"%PDF-1.7 mat"
    assert "Đề cương nội bộ" in client.get(pack.get_absolute_url()).content.decode()


def test_the_page_shows_its_papers_with_headings_and_files(client, pack):
    response = client.get(pack.get_absolute_url())
    assert [(h, p.title) for h, p in response.context["papers"]] == [
        ("Thư", "Thư gửi cán bộ"),
        ("Hướng dẫn", "Hướng dẫn tuyên truyền"),
    ]
    text = response.content.decode()
    assert "2 văn bản, 3 tệp" in text
    assert pack.get_zip_url() in text
    assert "nội bộ" not in text
    assert "Kỷ niệm 80 năm Quốc khánh" in client.get("/bo-tai-lieu/").content.decode()


def test_a_file_that_is_missing_is_named_and_the_others_come(client, pack):
    attachment = pack.items.first().document.attachments.first()
    default_storage.delete(attachment.stored.content.name)
    found = unzipped(client.get(pack.get_zip_url()))
    assert "thư.pdf   (tệp không còn trên máy chủ)" in found["MUC-LUC.txt"].decode()
    assert len(found) == 3


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "draft"}, 404),
        ({"published_at": ago(hours=-1)}, 404),
        ({"status": "withdrawn", "withdrawal_note": "Đã cũ"}, 410),
        ({"expires_at": ago(minutes=1)}, 410),
    ],
)
def test_a_pack_that_is_not_public_has_no_page_and_no_zip(client, fields, status):
    pack = make_pack(("", make_document()), **fields)
    assert client.get(pack.get_absolute_url()).status_code == status
    assert client.get(pack.get_zip_url()).status_code == status
    assert pack.title not in client.get("/bo-tai-lieu/").content.decode()


def test_a_pack_without_papers_says_so_and_its_zip_has_the_contents_alone(client):
    pack = make_pack()
    assert "chưa có tài liệu công khai" in client.get(pack.get_absolute_url()).content.decode()
    assert list(unzipped(client.get(pack.get_zip_url()))) == ["MUC-LUC.txt"]


def test_a_large_file_is_never_whole_in_memory():
    size = 40 * 1024 * 1024

    class Zeros(io.RawIOBase):
        left = size

        def read(self, number):
            number = min(number, self.left)
            self.left -= number
            return bytes(number)

    tracemalloc.start()
    sent = sum(len(part) for part in zipped([("to.bin", ago(hours=1), Zeros)]))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sent > size
    assert most < 4 * 1024 * 1024


@pytest.mark.parametrize(
    ("text", "name"),
    [("12-CV/TU: “a”?*", "12-CV-TU- “a”--"), ("..", "tep"), ("a\r\nb\\c", "a--b-c")],
)
def test_a_name_is_one_on_any_system(text, name):
    assert file_name(text) == name


def test_packs_go_through_the_steps_with_their_papers(client, cast):
    pack = make_pack(("Thư", make_document("Một")))
    copy = pack.make_copy(cast["thu_ky"])
    copy.items.update(heading="Thư mới")
    assert [h for h, _ in pack.papers_for(cast["thu_ky"])] == ["Thư"]
    copy.replace(cast["thu_ky"])
    assert [h for h, _ in pack.papers_for(cast["thu_ky"])] == ["Thư mới"]


@pytest.mark.parametrize("role", ["bien_tap_vien", "thu_ky"])
def test_editors_make_packs_in_the_admin(client, role):
    client.force_login(make_person("lan", role))
    assert client.get("/quan-tri/documents/pack/add/").status_code == 200


def test_a_pack_of_many_papers_takes_as_many_queries_as_one_of_few(
    client, django_assert_max_num_queries
):
    papers = [make_document(field="Khoa giáo") for _ in range(40)]
    for paper in papers:
        make_attachment(paper)
    pack = make_pack(*(("", paper) for paper in papers))
    with django_assert_max_num_queries(10):
        client.get(pack.get_absolute_url())
