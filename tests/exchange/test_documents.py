"""documents.jsonl."""

from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from documents.models import Attachment, Document
from exchange.documents import DocumentImporter, abbreviation

DOUBLE = f"trùng: {DocumentImporter.double}"


def test_a_paper_comes_in_with_all_that_its_line_tells(folder):
    folder.documents({"signer": "Nguyễn Phú Trọng", "views": 119, "downloads": 151})
    run = folder.load()
    paper = Document.objects.get()
    assert not run.failed
    assert "tạo: cơ quan ban hành 1, lĩnh vực 1" in run.out
    assert paper.title == "Về công tác bảo vệ, chăm sóc sức khỏe nhân dân"
    assert (paper.symbol, paper.symbol_key) == ("20-NQ/TW", "20-nq/tw")
    assert (paper.kind.name, paper.kind.abbreviation) == ("Nghị quyết", "NQ")
    assert (paper.issuer.name, paper.signer) == ("Trung ương", "Nguyễn Phú Trọng")
    assert [field.name for field in paper.fields.all()] == ["Y tế"]
    assert paper.issued_on == date(2017, 10, 25)
    assert (paper.views, paper.downloads) == (119, 151)
    assert paper.audience == Document.Audience.PUBLIC
    assert paper.published_at == datetime(2017, 10, 25, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("238-QĐ/TW", "QĐ"),
        ("18 – NQ/TW", "NQ"),
        ("01-CTr/BTGTU-LN", "CTr"),
        ("42/2022/NĐ-CP", "NĐ"),
        ("118/TTr- STTTT", "TTr"),
        ("HD.51.BTGTU", "HD"),
        ("4622/BGDĐT-CNTT", ""),
        ("36/2018/QH14", ""),
        ("", ""),
    ],
)
def test_the_abbreviation_of_a_kind_stands_in_the_symbol(symbol, kind):
    assert abbreviation(symbol) == kind


def test_a_paper_without_a_date_is_published_now_and_stays_so(folder):
    folder.documents({"issued_on": None})
    folder.load()
    first = Document.objects.get().published_at
    folder.documents({"issued_on": None, "signer": "Trần Phú"})
    assert "cập nhật 1" in folder.load().out
    paper = Document.objects.get()
    assert (paper.published_at, paper.signer) == (first, "Trần Phú")


def test_members_papers_are_not_for_everybody(folder, client):
    folder.documents({"audience": "members"})
    folder.load()
    assert client.get(Document.objects.get().get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "same",
    [{}, {"symbol": "20 – nq/tw"}, {"kind": "NGHỊ QUYẾT"}, {"title": "Tên khác"}],
    ids=["all", "spelling", "kind", "title"],
)
def test_the_second_of_two_papers_of_one_identity_is_reported_and_not_loaded(folder, same):
    folder.documents({}, same)
    for _ in range(2):
        run = folder.load()
        assert not run.failed
        assert run.reasons == [f"documents.jsonl dòng 2: {DOUBLE}"]
        assert "trùng 1" in run.out
    assert Document.objects.get().imported.source_id == "1"


@pytest.mark.parametrize(
    "other",
    [
        {"issued_on": "2012-11-01"},
        {"issued_on": None},
        {"kind": "Quyết định"},
        {"issuer": "Tỉnh ủy"},
        {"symbol": "21-NQ/TW"},
    ],
    ids=["date", "no date", "kind", "issuer", "symbol"],
)
def test_papers_that_differ_in_any_part_of_their_identity_are_two(folder, other):
    folder.documents({}, other)
    assert folder.load().err == ""
    assert Document.objects.count() == 2


def test_papers_without_a_symbol_are_never_the_same(folder):
    folder.documents({"symbol": ""}, {"symbol": ""}, {"symbol": None})
    assert folder.load().err == ""
    assert Document.objects.count() == 3


def test_a_paper_of_another_origin_is_the_same_paper(folder):
    folder.documents({})
    folder.load()
    run = folder.load(origin="hanam")
    assert run.reasons == [f"documents.jsonl dòng 1: {DOUBLE}"]
    assert Document.objects.count() == 1


def test_a_line_changed_into_another_papers_identity_is_reported_too(folder):
    folder.documents({}, {"symbol": "21-NQ/TW"})
    folder.load()
    folder.documents({}, {"symbol": "20-NQ/TW"})
    assert folder.load().reasons == [f"documents.jsonl dòng 2: {DOUBLE}"]
    assert set(Document.objects.values_list("symbol", flat=True)) == {"20-NQ/TW", "21-NQ/TW"}


def test_kinds_of_one_abbreviation_stay_apart(folder):
    folder.documents(
        {"symbol": "238-QĐ/TW", "kind": "Quyết định"}, {"symbol": "399-QĐ/TW", "kind": "Quy định"}
    )
    folder.load()
    kinds = Document.objects.values_list("kind__name", "kind__abbreviation")
    assert set(kinds) == {("Quyết định", "QĐ"), ("Quy định", "QĐ")}


def files():
    return [
        (attachment.number, attachment.position, attachment.name, attachment.open().read())
        for attachment in Attachment.objects.current().order_by("number")
    ]


@pytest.fixture
def with_files(folder):
    (folder.path / "tep").mkdir()
    (folder.path / "tep" / "toàn văn.pdf").write_bytes(b"%PDF-1.7 toan van")
    (folder.path / "tep" / "mau.pdf").write_bytes(b"%PDF-1.4 mau")
    folder.documents({"files": ["tep/toàn văn.pdf", "tep/mau.pdf"]})
    assert not folder.load().failed
    return folder


def test_files_come_in_with_their_names_and_in_their_order(with_files):
    assert files() == [
        (1, 0, "toàn văn.pdf", b"%PDF-1.7 toan van"),
        (2, 1, "mau.pdf", b"%PDF-1.4 mau"),
    ]


def test_a_replaced_file_keeps_its_number_and_a_removed_ones_is_never_used_again(with_files):
    path = with_files.path / "tep"
    (path / "toàn văn.pdf").write_bytes(b"%PDF-1.7 ban moi")
    assert "cập nhật 1" in with_files.load().out
    assert files()[0] == (1, 0, "toàn văn.pdf", b"%PDF-1.7 ban moi")
    (path / "phu-luc.pdf").write_bytes(b"%PDF-1.7 phu luc")
    with_files.documents({"files": ["tep/phu-luc.pdf", "tep/toàn văn.pdf"]})
    with_files.load()
    assert files() == [
        (1, 1, "toàn văn.pdf", b"%PDF-1.7 ban moi"),
        (3, 0, "phu-luc.pdf", b"%PDF-1.7 phu luc"),
    ]


def test_a_file_added_by_an_editor_is_an_edit(with_files):
    Attachment.objects.filter(number=2).delete()
    with_files.documents({"files": ["tep/toàn văn.pdf"], "signer": "Mới"})
    assert with_files.load().reasons == ["documents.jsonl dòng 1: giữ bản đã sửa ở đây"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("khong-co.pdf", "không tìm thấy tệp “khong-co.pdf”"),
        ("../ngoai.pdf", "phải nằm trong thư mục của tệp JSON"),
        ("chay.exe", "không phải tài liệu, nên không được nhận"),
        ("rong.pdf", "Tệp này rỗng"),
    ],
)
def test_a_file_that_cannot_be_taken_is_a_fault_that_the_paper_survives(folder, name, reason):
    (folder.path.parent / "ngoai.pdf").write_bytes(b"%PDF-1.4 ngoai")
    (folder.path / "chay.exe").write_bytes(b"MZ")
    (folder.path / "rong.pdf").write_bytes(b"")
    (folder.path / "tot.pdf").write_bytes(b"%PDF-1.4 tot")
    folder.documents({"files": [name, "tot.pdf"]})
    for _ in range(2):
        run = folder.load()
        assert run.failed
        assert len(run.reasons) == 1
        assert reason in run.err
        assert [attachment.name for attachment in Attachment.objects.all()] == ["tot.pdf"]


def test_a_missing_file_comes_in_once_it_is_there(folder):
    folder.documents({"files": ["toan-van.pdf"]})
    assert folder.load().failed
    (folder.path / "toan-van.pdf").write_bytes(b"%PDF-1.7 toan van")
    run = folder.load()
    assert not run.failed
    assert "cập nhật 1" in run.out
    assert Attachment.objects.get().name == "toan-van.pdf"


def test_no_file_is_left_behind_by_a_paper_that_the_database_refuses(with_files, monkeypatch):
    stored = {path.name for path in settings.MEDIA_ROOT.rglob("*.*")}
    (with_files.path / "tep" / "mau.pdf").write_bytes(b"%PDF-1.4 khac")
    monkeypatch.setattr("exchange.documents.slugify", lambda text, length: "a" * 200)
    with_files.documents({"files": ["tep/mau.pdf"]})
    assert "cơ sở dữ liệu không nhận" in with_files.load().err
    with_files.documents({"id": 2, "symbol": "", "files": ["tep/mau.pdf"]})
    assert "cơ sở dữ liệu không nhận" in with_files.load().err
    assert {path.name for path in settings.MEDIA_ROOT.rglob("*.*")} == stored
