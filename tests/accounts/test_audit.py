"""The audit log: what is written, what is not, who reads it, how it goes."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone
from openpyxl import load_workbook

from accounts import audit
from accounts.audit import tasks
from accounts.audit.models import Entry, Name
from core.workflow import RefusedError
from tests.factories import ago, make_article, make_attachment, make_document, make_person

pytestmark = pytest.mark.django_db

LIST = "/quan-tri/audit/entry/"


def written(action):
    return Entry.objects.filter(action=action).in_order()


def test_sign_ins_and_failures_are_written_and_a_tried_name_is_not(client, editor):
    address = "/tai-khoan/dang-nhap/"
    client.post(address, {"username": "LAN", "password": "sai"})
    client.post(address, {"username": "lan", "password": "lan-lan-1"})
    assert written("sign_in").get().person.user == editor
    failed = written("sign_in_failed").get()
    assert (failed.person, failed.subject) == (None, None)
    assert "lan" not in f"{failed.words}{failed.label}{failed.tried}".casefold()
    assert list(Entry.objects.matching("lan").filter(action="sign_in_failed")) == [failed]
    assert not Entry.objects.matching("lam").exists()


def test_what_the_public_sees_is_written_with_the_step_and_a_refused_step_is_not(cast):
    minh, lan = cast["thu_ky"], cast["bien_tap_vien"]
    article = make_article("Giao ban", status="submitted", published_at=None)
    article.approve(minh)
    assert not Entry.objects.exists()
    with pytest.raises(RefusedError):
        article.publish(lan)
    article.publish(minh)
    copy = article.make_copy(lan)
    copy.replace(minh)
    article.refresh_from_db()
    article.withdraw(minh, "Số liệu chưa đúng")
    told = Entry.objects.order_by("id").values_list("action", "object_id", "kind", "words")
    pk = str(article.pk)
    assert list(told) == [
        ("publish", pk, "news.article", ""),
        ("replace", pk, "news.article", ""),
        ("withdraw", pk, "news.article", "Số liệu chưa đúng"),
    ]
    assert {entry.who for entry in Entry.objects.in_order()} == {"Minh (minh)"}


def test_a_download_of_a_members_paper_is_written_once_and_one_of_a_public_paper_never(
    client, speaker
):
    client.force_login(speaker)
    secret = make_attachment(make_document("Tài liệu tháng", audience="members"))
    public = make_attachment(make_document("Hướng dẫn"), content=b"%PDF-1.7 chung")
    address = secret.get_absolute_url()
    client.get(public.get_absolute_url())
    client.head(address)
    client.get(secret.get_reading_url())
    assert not written("download").exists()
    etag = client.get(address)["ETag"]
    client.get(address, headers={"Range": "bytes=5-"})
    client.get(address, headers={"If-None-Match": etag})
    entry = written("download").get()
    assert (entry.person.user, entry.label) == (speaker, "Tài liệu tháng")
    assert entry.words == "huong-dan.pdf"


def test_a_change_of_roles_is_written_without_a_name(client, administrator, editor):
    client.force_login(administrator)
    page = f"/quan-tri/accounts/user/{editor.pk}/change/"
    form = client.get(page).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value is not None}
    groups = [Group.objects.get(name="thu_ky").pk]
    joined = timezone.localtime(editor.date_joined)
    when = {"date_joined_0": f"{joined:%d/%m/%Y}", "date_joined_1": f"{joined:%H:%M:%S}"}
    client.post(page, data | when | {"groups": [group.pk for group in form.initial["groups"]]})
    assert not written("roles").exists()
    response = client.post(page, data | when | {"groups": groups})
    assert response.status_code == 302
    entry = written("roles").get()
    assert (entry.person.user, entry.subject.user) == (administrator, editor)
    assert entry.words == "thêm Thư ký tòa soạn; bớt Biên tập viên"
    assert (entry.label, entry.object_id) == ("", "")


def test_an_anonymised_person_did_it_and_has_no_name(editor):
    audit.record("export", editor, words="Bảng")
    audit.record("roles", None, about=editor)
    audit.anonymise(editor)
    names = {Entry.objects.in_order()[0].what, Entry.objects.in_order()[1].who}
    assert len(names) == 1
    assert names.pop().startswith("Người đã ẩn danh (")
    assert not Entry.objects.matching("lan").exists()


def test_a_deleted_account_keeps_its_name_until_its_entries_are_forgotten(settings):
    person = make_person("nga", "cong_tac_vien")
    audit.record("export", person)
    person.delete()
    assert Entry.objects.in_order().get().who == "Nga (nga)"
    Entry.objects.update(at=ago(days=200))
    tasks.forget()
    assert Entry.objects.count() == 2
    settings.AUDIT_MONTHS = 6
    assert tasks.forget() == 1
    assert not Name.objects.exists()
    newest = Entry.objects.in_order().first()
    assert newest.action == "forget"
    assert newest.words.startswith("1 dòng trước ngày ")


def test_an_action_that_nobody_named_is_a_programmers_error(editor):
    with pytest.raises(ValueError, match="unknown action"):
        audit.record("coup", editor)


def test_administrators_search_it_and_nobody_changes_it(
    client, cast, django_assert_max_num_queries
):
    client.force_login(cast["quan_tri"])
    article = make_article("Nga đi chợ")
    for _ in range(3):
        audit.record("publish", make_person(f"đức{Entry.objects.count()}", "thu_ky"), article)
    with django_assert_max_num_queries(9):
        shown = client.get(LIST, {"q": "duc"})
    assert shown.context["cl"].result_count == 3
    assert client.get(LIST, {"q": "cho di", "action": "publish"}).context["cl"].result_count == 3
    assert client.get(LIST, {"q": "cho", "action": "sign_in"}).context["cl"].result_count == 0
    assert client.get(LIST, {"q": "Nga đi"}).context["cl"].result_count == 3
    day = {"at__year": timezone.localdate().year - 1}
    assert client.get(LIST, day).context["cl"].result_count == 0
    entry = f"{LIST}{Entry.objects.first().pk}"
    assert client.get(f"{entry}/change/").status_code == 200
    for page in (f"{entry}/change/", f"{entry}/delete/", f"{LIST}add/"):
        assert client.post(page, {"post": "yes"}).status_code == 403


def test_an_export_holds_what_the_list_shows_no_formula_and_is_written_itself(
    client, administrator
):
    client.force_login(administrator)
    audit.record("publish", administrator, make_article("=HYPERLINK(1)"))
    file = client.post(f"{LIST}xuat/csv/?action=publish").getvalue().decode("utf-8-sig")
    head, row = csv.reader(StringIO(file))
    assert (head[1], row[1]) == ("Việc", "Đăng, hẹn giờ đăng")
    assert row[3] == "'=HYPERLINK(1)"
    sheet = load_workbook(BytesIO(client.post(f"{LIST}xuat/xlsx/?q=tuan").getvalue())).active
    assert sheet.max_row == 4  # heads, sign-in, publication, first export
    words = written("export").values_list("words", flat=True)
    assert list(words) == ["Nhật ký hệ thống: có từ tìm", "Nhật ký hệ thống: action=publish"]
    assert client.get(f"{LIST}xuat/csv/").status_code == 405
    assert client.post(f"{LIST}xuat/pdf/").status_code == 404


def test_a_moment_is_the_databases():
    before = timezone.now() - timedelta(seconds=5)
    assert before < audit.record("export").at < timezone.now() + timedelta(seconds=5)


def test_it_tells_what_a_role_may_do_now(client, administrator):
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)
    role = Group.objects.get(name="cong_tac_vien")
    kept = list(role.permissions.values_list("pk", flat=True))
    client.post(f"/quan-tri/auth/group/{role.pk}/change/", {"name": role.name, "permissions": kept})
    assert not Entry.objects.filter(action="permissions").exists()
    client.post(f"/quan-tri/auth/group/{role.pk}/change/", {"name": role.name, "permissions": []})
    entry = Entry.objects.get(action="permissions")
    assert entry.person.user == administrator
    assert "bớt " in entry.words


def test_the_search_uses_its_indexes_where_there_are_many_entries():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_entry (action, kind, object_id, label, words, tried) "
            "SELECT 'publish', 'news.article', n::text, 'Bài số ' || n, md5(n::text), '' "
            "FROM generate_series(1, 30000) AS n"
        )
        cursor.execute("ANALYZE audit_entry")
    audit.record("export", words="Danh sách hội nghị báo cáo viên")
    found = Entry.objects.in_order().matching("hoi nghi bao cao")
    assert [entry.action for entry in found] == ["export"]
    plan = found.explain()
    assert "audit_entry_plain" in plan
    assert "audit_entry_tried" in plan
    assert "Seq Scan on audit_entry" not in plan
