"""The newsroom in the admin: buttons, questions, bulk actions, what each role is offered."""

import pytest
from django.contrib.messages import get_messages
from django.forms import ModelMultipleChoiceField

from core.records import Notification, StepRecord
from core.workflow import ALL_STEPS
from documents.models import Document
from news.models import Article
from tests.factories import (
    ago,
    make_article,
    make_attachment,
    make_category,
    make_document,
    make_person,
)

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/news/article/"


@pytest.fixture
def lan(editor):
    return editor


@pytest.fixture
def minh(db):
    return make_person("minh", "thu_ky")


def page(article, *parts):
    model = article._meta.model_name
    return f"/quan-tri/{article._meta.app_label}/{model}/{article.pk}/" + "".join(
        f"{part}/" for part in parts or ["change"]
    )


def typed(client, address, **changes):
    """What a browser would send of the form at this address, with these changes."""
    form = client.get(address).context["adminform"].form
    data = {}
    for bound in form:
        value = bound.value()
        if hasattr(bound.field.widget, "widgets"):
            parts = value if isinstance(value, list) else bound.field.widget.decompress(value)
            for i, part in enumerate(parts):
                data[f"{bound.html_name}_{i}"] = part if part is not None else ""
        else:
            several = isinstance(bound.field, ModelMultipleChoiceField)
            data[bound.html_name] = ([] if several else "") if value in (None, "") else value
    for formset in client.get(address).context["inline_admin_formsets"]:
        for bound in formset.formset.management_form:
            data[bound.html_name] = bound.value()
    return data | changes


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_the_buttons_are_the_steps_of_this_person_now(client, cast):
    article = make_article(status="submitted")
    for role, labels in {
        "bien_tap_vien": {"Trả lại"},
        "thu_ky": {"Trả lại", "Duyệt"},
        "quan_tri": {"Trả lại", "Duyệt"},
    }.items():
        client.force_login(cast[role])
        offered = client.get(page(article)).context["steps"]
        assert {step.label for step in offered} == labels, role


def test_a_steps_button_saves_what_was_typed_and_takes_the_step(client, lan):
    client.force_login(lan)
    response = client.post(
        "/quan-tri/news/article/add/",
        typed(client, "/quan-tri/news/article/add/", title="Bài mới", category=make_category().pk)
        | {"_step": "submit"},
    )
    assert response.status_code == 302, response.context["errors"]
    article = Article.objects.get()
    assert (article.title, article.status, article.created_by) == ("Bài mới", "submitted", lan)
    assert article.slug == "bai-moi"
    assert StepRecord.objects.of(article).get().step == "submit"


def test_a_step_that_needs_words_asks_for_them_after_saving(client, minh, lan):
    client.force_login(minh)
    article = make_article(status="submitted", created_by=lan)
    response = client.post(
        page(article), typed(client, page(article), lead="Sửa") | {"_step": "send_back"}
    )
    assert response["Location"] == page(article, "buoc", "send_back")
    assert Article.objects.get().lead == "Sửa"
    asked = client.get(response["Location"]).content.decode()
    assert "Lý do trả lại" in asked
    again = client.post(response["Location"], {"words": " "})
    assert again.status_code == 200
    assert again.context["form"].errors
    client.post(response["Location"], {"words": "Thiếu nguồn"})
    assert Article.objects.get().status == "returned"
    client.force_login(lan)
    shown = client.get(page(article)).content.decode()
    assert shown.count("Thiếu nguồn") == 2  # above the form and in the log


def test_publishing_asks_for_a_time_in_vietnam(client, minh):
    article = make_article(status="approved", published_at=None)
    client.force_login(minh)
    address = page(article, "buoc", "publish")
    for odd in ("20222-01-01T00:00", "hôm qua"):
        assert client.post(address, {"at": odd}).context["form"].errors
    client.post(address, {"at": "2026-01-02T07:30"})
    article.refresh_from_db()
    assert article.published_at.isoformat() == "2026-01-02T00:30:00+00:00"
    assert article.status == "published"


def test_a_step_refused_says_why_and_changes_nothing(client, lan):
    article = make_article(status="submitted")
    client.force_login(lan)
    response = client.post(page(article, "buoc", "approve"), {})
    assert "không có quyền" in told(response)
    article.refresh_from_db()
    assert article.status == "submitted"
    assert client.get(page(article, "buoc", "khong-co")).status_code == 404


def test_a_step_is_taken_by_post_alone(client, minh):
    article = make_article(status="submitted")
    client.force_login(minh)
    client.get(page(article, "buoc", "approve"))
    assert client.get(page(article, "ban-sua")).status_code == 405
    article.refresh_from_db()
    assert article.status == "submitted"


def test_those_without_the_admin_reach_no_step(client, cast):
    article = make_article(status="submitted")
    for role in ("bao_cao_vien", "cong_tac_vien"):
        client.force_login(cast[role])
        for parts in (["change"], ["buoc", "approve"], ["ban-sua"], ["xem-truoc"], ["history"]):
            assert client.post(page(article, *parts)).status_code == 302
    article.refresh_from_db()
    assert article.status == "submitted"


def test_several_at_once_with_one_reason(client, minh):
    first, second = make_article(status="submitted"), make_article(status="submitted")
    public = make_article()
    client.force_login(minh)
    chosen = {"action": "step_send_back", "_selected_action": [first.pk, second.pk, public.pk]}
    asked = client.post(LIST, chosen)
    assert "Lý do trả lại" in asked.content.decode()
    response = client.post(LIST, chosen | {"_given": "1", "words": "Chờ sang tuần"})
    assert set(Article.objects.filter(status="returned")) == {first, second}
    assert "2 bài viết đã trả lại" in told(response)
    assert "đang ở trạng thái “Đã đăng”" in told(response)


def test_several_at_once_without_a_question(client, lan):
    drafts = [make_article(status="draft") for _ in range(2)]
    client.force_login(lan)
    chosen = {"action": "step_submit", "_selected_action": [draft.pk for draft in drafts]}
    client.post(LIST, chosen)
    assert Article.objects.filter(status="submitted").count() == 2


def test_the_list_offers_the_steps_of_the_role(client, cast):
    make_article()
    for role, names in {
        "bien_tap_vien": {"step_submit", "step_send_back", "step_bin", "step_recover"},
        "thu_ky": {f"step_{step.name}" for step in ALL_STEPS},
    }.items():
        client.force_login(cast[role])
        choices = client.get(LIST).context["action_form"].fields["action"].choices
        assert {name for name, _ in choices if name} == names, role


def test_nobody_deletes_an_article_here_not_even_a_draft(client, administrator):
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)
    for article in (make_article(), make_article(status="draft", published_at=None)):
        assert client.post(page(article, "delete"), {"post": "yes"}).status_code == 403
        assert Article.objects.filter(pk=article.pk).exists()


def test_what_lies_in_the_bin_is_listed_only_when_asked_for(client, editor):
    client.force_login(editor)
    draft = make_article("Bài bỏ đi", status="draft", published_at=None)
    client.post(page(draft, "buoc/bin"))
    assert "Sẽ bị xóa hẳn vào" in client.get(page(draft)).content.decode()
    assert "Bài bỏ đi" not in client.get(LIST).content.decode()
    assert "Bài bỏ đi" in client.get(LIST + "?trang-thai=binned").content.decode()
    client.post(page(draft, "buoc/recover"))
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_a_working_copy_is_opened_edited_and_put_in_place(client, cast):
    article = make_article("Tên cũ")
    client.force_login(cast["bien_tap_vien"])
    assert not client.get(page(article)).context["has_change_permission"]
    opened = client.post(page(article, "ban-sua"))
    copy = article.open_copy
    assert opened["Location"] == page(copy)
    client.post(page(copy), typed(client, page(copy), title="Tên mới") | {"_step": "submit"})
    article.refresh_from_db()
    assert article.title == "Tên cũ"
    client.force_login(cast["thu_ky"])
    response = client.post(page(copy, "buoc", "replace"))
    assert response["Location"] == page(article)
    article.refresh_from_db()
    assert article.title == "Tên mới"


def test_a_working_copy_is_thrown_away(client, lan):
    article = make_article()
    client.force_login(lan)
    client.post(page(article, "ban-sua"))
    response = client.post(page(article.open_copy, "bo-ban-sua"))
    assert response["Location"] == page(article)
    assert article.open_copy is None


def test_the_secretary_corrects_a_published_text_on_the_spot(client, minh, lan):
    article = make_article(created_by=lan)
    client.force_login(minh)
    client.post(page(article), typed(client, page(article), title="Đã sửa lỗi"))
    article.refresh_from_db()
    assert (article.title, article.status) == ("Đã sửa lỗi", "published")
    assert StepRecord.objects.of(article).get().step == "correct"
    assert Notification.objects.unread_by(lan).count() == 1
    client.force_login(lan)
    client.get(page(article))
    assert not Notification.objects.unread_by(lan).exists()


def test_the_files_of_a_paper_stay_with_the_original(client, minh):
    paper = make_document()
    make_attachment(paper)
    client.force_login(minh)
    client.post(page(paper, "ban-sua"))
    copy = Document.objects.get(original=paper)
    shown = client.get(page(copy))
    inlines = [inline.formset.prefix for inline in shown.context["inline_admin_formsets"]]
    assert inlines == ["relations", "change_notes"]
    assert "Tệp đính kèm được sửa ở bản đang đăng" in shown.content.decode()
    assert [str(file) for file in copy.attachment_list] == ["huong-dan.pdf"]


def test_a_scheduled_one_says_when(client, minh):
    article = make_article(published_at=ago(hours=-3))
    client.force_login(minh)
    assert "Hẹn giờ" in client.get(page(article)).content.decode()
    assert "Hẹn giờ" in client.get(LIST).content.decode()
