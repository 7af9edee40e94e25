"""The files of a month in one ZIP."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from stats.models import Hit
from tests.factories import make_attachment, make_document
from tests.speakers.areas import at, members_paper, month

ADDRESS = month(2026, 10) + "tai-ve/"


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


def unpacked(response):
    archive = ZipFile(BytesIO(response.getvalue()))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_the_files_of_the_month_and_a_table_of_contents(reader):
    paper = members_paper("Đề cương", published_at=at(2026, 10), file=b"de cuong")
    members_paper("Không tệp", published_at=at(2026, 10))
    members_paper("Tháng khác", published_at=at(2026, 9), file=b"khac")
    make_attachment(make_document(published_at=at(2026, 10)), content=b"%PDF-1.7 cong khai")
    response = reader.get(ADDRESS)
    assert response.streaming
    assert "bao-cao-vien-2026-10.zip" in response["Content-Disposition"]
    files = unpacked(response)
    contents = files.pop("MUC-LUC.txt").decode("utf-8-sig")
    assert list(files.values()) == [b"%PDF-1.7 de cuong"]
    assert "Tài liệu báo cáo viên tháng 10/2026" in contents
    assert paper.attachments.get().checksum in contents
    assert "Không tệp" in contents
    assert "Tháng khác" not in contents


def test_each_paper_with_a_file_counts_as_fetched(reader):
    paper = members_paper("Đề cương", published_at=at(2026, 10), file=b"de cuong")
    members_paper("Không tệp", published_at=at(2026, 10))
    reader.get(ADDRESS, headers={"user-agent": "Firefox/140.0"})
    reader.head(ADDRESS, headers={"user-agent": "Firefox/140.0"})
    assert [hit.object_id for hit in Hit.objects.filter(what="download")] == [paper.pk]


def test_files_that_nobody_cleared_are_left_out(reader):
    paper = members_paper("Đề cương", published_at=at(2026, 10), file=b"xem duoc")
    make_attachment(paper, content=b"%PDF-1.7 cho kiem tra", state="quarantined")
    make_attachment(paper, content=b"%PDF-1.7 dau mat", state="refused")
    files = unpacked(reader.get(ADDRESS))
    assert [name for name in files if name != "MUC-LUC.txt"] == ["01 Đề cương/huong-dan.pdf"]


def test_a_file_that_the_disk_lost_does_not_break_it(reader):
    paper = members_paper("Đề cương", published_at=at(2026, 10), file=b"mat")
    content = paper.attachments.get().stored.content
    content.storage.delete(content.name)
    files = unpacked(reader.get(ADDRESS))
    assert list(files) == ["MUC-LUC.txt"]
    assert "tệp không còn trên máy chủ" in files["MUC-LUC.txt"].decode("utf-8-sig")


def test_a_month_without_papers_has_none(reader):
    assert reader.get(ADDRESS).status_code == 404
    assert reader.get(month(2026, 13) + "tai-ve/").status_code == 404
