"""Every page of the admin opens for those who may open it."""

import pytest
from django.contrib import admin
from django.urls import reverse

from news.models import Category
from tests.factories import make_article, make_attachment, make_document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["bien_tap_vien", "thu_ky", "quan_tri"])
def test_lists_and_forms_open(client, cast, role):
    make_article(tags=["giao ban"])
    make_attachment(make_document())
    client.force_login(cast[role])
    expected = {True: 200, False: 403}
    request = client.get("/quan-tri/").wsgi_request
    for model, pages in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        may_add = pages.has_add_permission(request)
        assert client.get(reverse(f"{name}_add")).status_code == expected[may_add], name
        first = model._default_manager.first()
        if pages.has_view_permission(request) and not hasattr(model, "only_row"):
            assert client.get(reverse(f"{name}_changelist")).status_code == 200, name
            if first:
                address = reverse(f"{name}_change", args=[first.pk])
                assert client.get(address).status_code == 200, name


def test_a_name_makes_its_address(client, administrator):
    client.force_login(administrator)
    response = client.post(
        "/quan-tri/news/category/add/", {"name": "Mục Đường lối", "slug": "", "position": 0}
    )
    assert response.status_code == 302
    assert Category.objects.get().slug == "muc-duong-loi"
