"""A bad line is reported with its number and reason; those around it come in."""

import json

import pytest

from documents.models import Document
from exchange import reading
from news.models import Article

ARTICLES = {
    b'{"id": 1,': "không đúng JSON (ký tự thứ",
    b"[1, 2]": "phải là một đối tượng JSON",
    b'{"id": NaN}': "không đúng JSON",
    b'{"id": ' + b"9" * 5000 + b"}": "không đúng JSON",
    b"[" * 100_000: "không đúng JSON",
    b'{"id": 2, "title": "\xff"}': "không phải UTF-8 (byte thứ",
    b'{"id": 2, "title": "\\ud800"}': "ký tự hỏng",
}
VALUES = [
    ({"id": None}, "thiếu “id”"),
    ({"id": ""}, "thiếu “id”"),
    ({"id": True}, "thiếu “id”"),
    ({"id": 1.5}, "thiếu “id”"),
    ({"id": "x" * 101}, "“id” dài 101 ký tự, tối đa 100"),
    ({"title": None}, "thiếu “title”"),
    ({"title": " \u00a0"}, "thiếu “title”"),
    ({"title": 5}, "“title” phải là chữ, không phải “5”"),
    ({"title": "x" * 501}, "“title” dài 501 ký tự, tối đa 500"),
    ({"title": "a\0b"}, "“title” có ký tự NUL"),
    ({"category": ""}, "thiếu “category”"),
    ({"body_html": ["<p>"]}, "“body_html” phải là chữ"),
    ({"body_html": "<p>\0</p>"}, "“body_html” có ký tự NUL"),
    ({"tags": "khoa giáo"}, "“tags” phải là danh sách"),
    ({"tags": [1]}, "“tags” phải là chữ"),
    ({"tags": ["x" * 101]}, "“tags” dài 101 ký tự"),
    ({"published_at": None}, "thiếu “published_at”"),
    ({"published_at": "12/10/2021"}, "“published_at” phải là thời điểm ISO 8601"),
    ({"published_at": 1634000000}, "“published_at” phải là thời điểm ISO 8601"),
    ({"published_at": "2021-02-30T08:00"}, "“published_at” phải là thời điểm ISO 8601"),
    ({"published_at": "0001-01-01T00:00+14:00"}, "năm phải trong khoảng 1900–2100"),
    ({"published_at": "9999-12-31T23:59-12:00"}, "năm phải trong khoảng 1900–2100"),
    ({"views": -1}, "“views” phải là số nguyên không âm"),
    ({"views": 2**31}, "“views” phải là số nguyên không âm"),
    ({"views": "95"}, "“views” phải là số nguyên không âm"),
    ({"status": "hidden"}, "“status” phải là một trong: draft, submitted"),
    ({"status": ["draft"]}, "“status” phải là một trong"),
]
PAPERS = [
    ({"kind": ""}, "thiếu “kind”"),
    ({"issuer": None}, "thiếu “issuer”"),
    ({"title": ""}, "thiếu “title”"),
    ({"issued_on": "25/10/2017"}, "“issued_on” phải là ngày ISO 8601"),
    ({"issued_on": "2017-10-25T08:00"}, "“issued_on” phải là ngày ISO 8601"),
    ({"audience": "secret"}, "“audience” phải là một trong: public, members"),
    ({"downloads": 1.5}, "“downloads” phải là số nguyên không âm"),
    ({"files": "a.pdf"}, "“files” phải là danh sách"),
]


@pytest.mark.parametrize(("line", "reason"), [*ARTICLES.items(), *VALUES])
def test_a_bad_article_is_reported_and_the_others_come_in(folder, line, reason):
    folder.articles({}, line, {})
    run = folder.load()
    assert run.failed
    assert len(run.reasons) == 1
    assert run.reasons[0].startswith("articles.jsonl dòng 2: ")
    assert reason in run.reasons[0]
    assert set(Article.objects.values_list("imported__source_id", flat=True)) == {"1", "3"}


@pytest.mark.parametrize(("line", "reason"), PAPERS)
def test_a_bad_paper_is_reported_and_the_others_come_in(folder, line, reason):
    folder.documents({}, line, {"symbol": "21-NQ/TW"})
    run = folder.load()
    assert run.failed
    assert len(run.reasons) == 1
    assert run.reasons[0].startswith("documents.jsonl dòng 2: ")
    assert reason in run.reasons[0]
    assert Document.objects.count() == 2


def test_the_command_tells_how_many_lines_were_bad(folder):
    folder.articles(b"{", {}, b"{")
    assert "lỗi, không nhận 2" in folder.load().out


def test_a_bad_line_is_reported_by_every_run(folder):
    folder.articles({}, {"title": ""})
    first, second = folder.load(), folder.load()
    assert first.reasons == second.reasons
    assert second.failed


def test_blank_lines_and_a_byte_order_mark_are_nothing(folder):
    folder.articles({}, b"", b"  \t ", {})
    path = folder.path / "articles.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run = folder.load()
    assert not run.failed
    assert Article.objects.count() == 2


def test_the_last_line_needs_no_newline(folder):
    folder.articles({})
    path = folder.path / "articles.jsonl"
    path.write_bytes(path.read_bytes().rstrip())
    assert not folder.load().failed
    assert Article.objects.count() == 1


def test_a_line_beyond_the_limit_is_refused_and_never_held_in_memory(folder, monkeypatch):
    monkeypatch.setattr(reading, "MAX_LINE", 4000)
    folder.articles({}, {"body_html": "<p>dài</p>" * 5000}, {})
    run = folder.load()
    assert run.failed
    assert run.reasons == ["articles.jsonl dòng 2: dòng dài quá 0 MB"]
    assert Article.objects.count() == 2


def test_a_long_article_within_the_limit_comes_in(folder):
    body = "".join(f"<p>Đoạn thứ {number} của một bài rất dài.</p>" for number in range(30_000))
    folder.articles({"body_html": body}, {})
    assert len(json.dumps(body)) > 1_500_000
    assert not folder.load().failed
    assert Article.objects.order_by("id").first().body == body


def test_what_a_message_quotes_is_short_and_plain(folder):
    folder.articles({"status": "\x1b[31m" + "x" * 200})
    reason = folder.load().reasons[0]
    assert "\x1b" not in reason
    assert len(reason) < 200
