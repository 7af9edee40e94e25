"""The guide for editors, readable where they work."""

import pytest

from core.admin_guide import FOLDER, rendered

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/huong-dan/bien-tap/"


def test_it_is_linked_from_the_desk_and_readable_there(client, editor):
    client.force_login(editor)
    assert f'href="{ADDRESS}"' in client.get("/quan-tri/").content.decode()
    response = client.get(ADDRESS)
    text = response.content.decode()
    assert "<h1>Một ngày của biên tập viên</h1>" in text
    assert "<h2>Các bước</h2>" in text
    assert "<td>Gửi duyệt</td>" in text
    assert f'src="{ADDRESS}anh/ban-lam-viec.webp" alt="Bàn làm việc"' in text


def test_every_picture_that_a_guide_shows_is_served(client, editor):
    client.force_login(editor)
    for guide in FOLDER.glob("*.md"):
        for name in guide.read_text().split("](anh/")[1:]:
            address = f"/quan-tri/huong-dan/{guide.stem}/anh/{name.partition(')')[0]}"
            response = client.get(address)
            assert response.status_code == 200, address
            assert response["Content-Type"] == "image/webp"


def test_it_is_for_those_who_may_enter_the_admin(client, cast):
    picture = f"{ADDRESS}anh/ban-lam-viec.webp"
    for role, status in {"bao_cao_vien": 302, "cong_tac_vien": 302, "thu_ky": 200}.items():
        client.force_login(cast[role])
        assert client.get(ADDRESS).status_code == status
        assert client.get(picture).status_code == status


@pytest.mark.parametrize(
    "address",
    [
        "/quan-tri/huong-dan/khong-co/",
        "/quan-tri/huong-dan/../decisions/",
        "/quan-tri/huong-dan/..%2Fdecisions/",
        f"{ADDRESS}anh/khong-co.webp",
        f"{ADDRESS}anh/..%2f..%2f..%2fdemo%2fx.webp",
        f"{ADDRESS}anh/../../import.webp",
    ],
)
def test_nothing_beside_the_guides_is_served(client, editor, address):
    client.force_login(editor)
    assert client.get(address).status_code == 404


def test_what_a_guide_says_is_harmless():
    title, body = rendered(
        "# A\n\n<script>x</script> [b](javascript:x) ![c](anh/c.webp)", "bien-tap"
    )
    assert title == "A"
    assert "<script" not in body
    assert 'href="javascript' not in body
    assert f'<img src="{ADDRESS}anh/c.webp" alt="c">' in body
