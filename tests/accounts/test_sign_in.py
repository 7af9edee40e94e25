"""Signing in and out, and what each role may open."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from accounts.roles import LABELS, PERMISSIONS, ensure_roles
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_person_signs_in_and_sees_who_they_are(client, editor):
    response = client.post(
        "/tai-khoan/dang-nhap/",
        {"username": editor.username, "password": f"{editor.username}-{editor.username}-1"},
    )
    assert response.status_code == 302
    assert response["Location"] == "/tai-khoan/"
    text = client.get("/tai-khoan/").content.decode()
    assert editor.full_name in text
    assert "Biên tập viên" in text


def test_a_wrong_password_is_told_without_saying_which_part_was_wrong(client, editor):
    known = client.post("/tai-khoan/dang-nhap/", {"username": editor.username, "password": "sai"})
    unknown = client.post("/tai-khoan/dang-nhap/", {"username": "khong-co", "password": "sai"})
    assert known.status_code == unknown.status_code == 200
    assert known.context["form"].errors == unknown.context["form"].errors
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("target", ["https://la.example/", "//la.example/", "javascript:alert(1)"])
def test_it_never_leads_to_another_site(client, editor, target):
    response = client.post(
        f"/tai-khoan/dang-nhap/?next={target}",
        {"username": editor.username, "password": f"{editor.username}-{editor.username}-1"},
    )
    assert response["Location"] == "/tai-khoan/"


def test_signing_out_asks_first_and_takes_a_post(client, editor):
    client.force_login(editor)
    assert client.get("/tai-khoan/dang-xuat/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/tai-khoan/dang-xuat/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_the_sign_in_page_is_never_stored(client):
    assert "no-store" in client.get("/tai-khoan/dang-nhap/")["Cache-Control"]


def test_the_profile_asks_to_sign_in(client):
    assert client.get("/tai-khoan/")["Location"] == "/tai-khoan/dang-nhap/?next=/tai-khoan/"


def test_only_those_who_work_in_the_admin_get_in(client, cast):
    expected = {
        "cong_tac_vien": 302,
        "bao_cao_vien": 302,
        "bien_tap_vien": 200,
        "thu_ky": 200,
        "quan_tri": 200,
    }
    for role, person in cast.items():
        client.force_login(person)
        assert client.get("/quan-tri/").status_code == expected[role], role


def test_nobody_sets_a_state_and_only_those_who_publish_change_what_is_public(client, cast):
    draft, public = make_article(status="draft"), make_article()
    for role, may in {"bien_tap_vien": False, "thu_ky": True, "quan_tri": True}.items():
        client.force_login(cast[role])
        form = client.get(f"/quan-tri/news/article/{draft.pk}/change/").context["adminform"].form
        assert not {"status", "published_at", "withdrawal_note"} & form.fields.keys()
        assert ("expires_at" in form.fields) == may, role
        page = client.get(f"/quan-tri/news/article/{public.pk}/change/")
        assert page.context["has_change_permission"] == may, role


def test_nobody_deletes_what_was_public(client, administrator):
    article = make_article()
    client.force_login(administrator)
    client.post(f"/quan-tri/news/article/{article.pk}/delete/", {"post": "yes"})
    article.refresh_from_db()


def test_an_administrator_makes_nobody_a_superuser(client, administrator, editor):
    client.force_login(administrator)
    page = client.get(f"/quan-tri/accounts/user/{editor.pk}/change/")
    assert "is_superuser" not in page.context["adminform"].form.fields
    editor.is_superuser = True
    editor.save()
    assert not client.get(f"/quan-tri/accounts/user/{editor.pk}/change/").context[
        "has_change_permission"
    ]


def test_new_permissions_reach_the_groups_of_a_site_that_was_there(db):
    grants = import_module("accounts.migrations.0002_workflow_permissions")
    for name, granted in grants.GRANTS.items():
        group = Group.objects.get(name=name)
        codenames = [codename for _, codename in grants.names(granted)]
        group.permissions.remove(*Permission.objects.filter(codename__in=codenames))
        grants.grant(apps, None)
        held = set(group.permissions.values_list("codename", flat=True))
        assert held == {wanted.rpartition(".")[2] for wanted in PERMISSIONS[name]}


def test_roles_are_there_after_a_flush_and_keep_what_was_changed(transactional_db):
    call_command("flush", interactive=False)
    assert set(Group.objects.values_list("name", flat=True)) == LABELS.keys() == PERMISSIONS.keys()
    editors = Group.objects.get(name="bien_tap_vien")
    assert editors.permissions.count() == len(PERMISSIONS["bien_tap_vien"])
    editors.permissions.remove(Permission.objects.get(codename="add_tag"))
    ensure_roles()
    assert editors.permissions.count() == len(PERMISSIONS["bien_tap_vien"]) - 1
