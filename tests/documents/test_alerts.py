"""E-mail alerts: asking, confirming, leaving, and what is sent to whom."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from core.vietnamese import slugify
from documents import tasks
from documents.alerts import letters, limits, links
from documents.alerts.sending import send_due, trace
from documents.models import Attempt, Document, Field, Kind, Relation, Subscription, Told
from tests.factories import ago, make_document, named

pytestmark = pytest.mark.django_db
AN = "an@example.vn"


@pytest.fixture(autouse=True)
def mail_server(settings):
    settings.EMAIL_HOST = "mail.example.vn"


@pytest.fixture
def kind():
    return named(Kind, "Hướng dẫn")


def ask(client, query, email=AN):
    return client.post(f"/van-ban/theo-doi/?{query}", {"email": email})


def jobs():
    """The addresses that a confirmation was put into the queue for; the jobs are done, too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (args->>'subscription_id')::bigint FROM procrastinate_jobs "
            "WHERE task_name = 'documents.tasks.mail_confirmation' ORDER BY id"
        )
        found = [pk for (pk,) in cursor]
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE task_name = 'documents.tasks.mail_confirmation'"
        )
    for pk in found:
        tasks.mail_confirmation(subscription_id=pk)
    return len(found)


def path(letter, word):
    """The address in a letter that has this word in it."""
    (found,) = re.findall(rf"https?://[^/\s]+(/van-ban/theo-doi/{word}/\S+)", letter.body)
    return found


def subscribed(email=AN, **about):
    subscription = Subscription.objects.create(email=email, confirmed_at=ago(days=1), **about)
    if subscription.document:
        paper = Document.objects.for_list().get(pk=subscription.document.pk)
        Subscription.objects.filter(pk=subscription.pk).update(told=trace(paper))
    return subscription


def sent():
    found = list(mail.outbox)
    mail.outbox.clear()
    return found


def test_nothing_is_sent_before_the_address_has_confirmed(client, kind):
    assert "mở hộp thư" in ask(client, "loai=huong-dan", "An@Example.vn").content.decode()
    assert jobs() == 1
    (letter,) = sent()
    assert letter.to == [AN]
    make_document()
    send_due()
    assert sent() == []
    confirm = path(letter, "nhan")
    assert "<button" in client.get(confirm).content.decode()
    assert Subscription.objects.get().confirmed_at is None
    assert "Đã xác nhận" in client.post(confirm).content.decode()
    make_document("Hướng dẫn mới", symbol="51-HD/TU", published_at=timezone.now())
    send_due()
    (letter,) = sent()
    assert letter.subject == "Văn bản mới: 51-HD/TU – Hướng dẫn mới"
    assert "/van-ban/huong-dan-moi-" in letter.body


def test_one_click_of_a_mail_program_leaves_and_deletes_the_address(kind):
    subscribed(kind=kind)
    make_document(published_at=timezone.now())
    send_due()
    (letter,) = sent()
    leave = path(letter, "thoi")
    assert letter.extra_headers["List-Unsubscribe"].endswith(f"{leave}>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    strict = Client(enforce_csrf_checks=True)
    assert "<button" in strict.get(leave).content.decode()
    answer = strict.post(leave, {"List-Unsubscribe": "One-Click"})
    assert "Đã thôi nhận" in answer.content.decode()
    assert not Subscription.objects.exists()
    assert not Told.objects.exists()
    assert strict.post(leave).status_code == 200


def test_the_answer_tells_nothing_of_the_address(client, kind):
    subscribed(kind=kind)
    known = ask(client, "loai=huong-dan")
    new = ask(client, "loai=huong-dan", "binh@example.vn")
    assert known.content == new.content
    assert jobs() == 1
    assert [letter.to for letter in sent()] == [["binh@example.vn"]]


def test_a_wish_without_an_answer_may_be_repeated_after_an_hour(client, kind):
    for _ in range(3):
        ask(client, "loai=huong-dan")
    assert jobs() == 1
    Subscription.objects.update(created_at=ago(hours=2))
    ask(client, "loai=huong-dan")
    assert jobs() == 1


def test_nobodys_letter_box_is_flooded(client):
    for number in range(limits.AN_ADDRESS + 3):
        name = f"Loại {number}"
        named(Kind, name)
        ask(client, f"loai={slugify(name)}")
    assert jobs() == limits.AN_ADDRESS


def test_a_network_is_refused_after_too_many_forms_and_its_address_is_not_kept(
    client, kind, monkeypatch
):
    monkeypatch.setattr(limits, "A_NETWORK", 2)
    for number in range(2):
        assert ask(client, "loai=huong-dan", f"{number}@example.vn").status_code == 200
    assert ask(client, "loai=huong-dan").status_code == 429
    other = client.post("/van-ban/theo-doi/?loai=huong-dan", {"email": AN}, REMOTE_ADDR="10.9.9.9")
    assert other.status_code == 200
    assert "127.0" not in str(list(Attempt.objects.values_list("network", flat=True)))
    Attempt.objects.update(at=ago(hours=2))
    tasks.forget_wishes(timestamp=0)
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    ("remote", "network"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::9", "2001:db8:1::/48"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_network_is_wider_than_one_address(remote, network):
    assert limits.network_of(remote) == network


def test_an_unconfirmed_address_is_deleted_after_three_days(kind):
    Subscription.objects.create(email=AN, kind=kind)
    tasks.forget_wishes(timestamp=0)
    assert Subscription.objects.exists()
    Subscription.objects.update(created_at=ago(days=4))
    tasks.forget_wishes(timestamp=0)
    assert not Subscription.objects.exists()


def test_a_false_or_swapped_link_does_nothing(client, kind):
    subscription = Subscription.objects.create(email=AN, kind=kind)
    swapped = links.leave_link(subscription).rsplit("/", 2)[1]
    for token in ("x", swapped):
        assert client.post(f"/van-ban/theo-doi/nhan/{token}/").status_code == 404
    client.post("/van-ban/theo-doi/thoi/x/")
    subscription.refresh_from_db()
    assert subscription.confirmed_at is None


def test_each_hears_of_what_they_chose_and_once(kind):
    field = named(Field, "Khoa giáo")
    subscribed("loai@example.vn", kind=kind)
    subscribed("linh-vuc@example.vn", field=field)
    now = timezone.now()
    make_document("Một", kind=kind, published_at=now)
    make_document("Hai", kind=named(Kind, "Kế hoạch"), field="Khoa giáo", published_at=now)
    make_document("Bí mật", kind=kind, audience="members", field="Khoa giáo", published_at=now)
    make_document("Nháp", kind=kind, status="draft", published_at=None)
    make_document("Hẹn giờ", kind=kind, published_at=ago(hours=-1))
    make_document("Nhập từ trang cũ", kind=kind, published_at=ago(days=300))
    send_due()
    assert {(letter.to[0], letter.subject) for letter in sent()} == {
        ("loai@example.vn", "Văn bản mới: Một"),
        ("linh-vuc@example.vn", "Văn bản mới: Hai"),
    }
    send_due()
    assert sent() == []


def test_several_new_papers_come_in_one_letter(kind):
    subscribed(kind=kind)
    for title in ("Một", "Hai"):
        make_document(title, published_at=timezone.now())
    send_due()
    (letter,) = sent()
    assert letter.subject == "2 văn bản mới"
    assert "Một" in letter.body
    assert "Hai" in letter.body


def test_who_follows_a_paper_hears_of_its_changes():
    paper = make_document("Hướng dẫn", symbol="50-HD/TU")
    subscribed(document=paper)
    send_due()
    Document.objects.filter(pk=paper.pk).update(views=100)
    send_due()
    assert sent() == []
    paper.change_notes.create(on="2026-10-01", text="Thêm phụ lục 2.")
    send_due()
    (letter,) = sent()
    assert letter.subject == "Thay đổi: 50-HD/TU – Hướng dẫn"
    assert "01/10/2026: Thêm phụ lục 2." in letter.body
    Relation.objects.create(source=make_document(), kind="replaces", target=paper)
    send_due()
    (letter,) = sent()
    assert "Tình trạng: Bị thay thế." in letter.body
    send_due()
    assert sent() == []


@pytest.mark.parametrize("worker", ["killed", "refused"])
def test_a_killed_worker_sends_nothing_twice_and_a_refused_letter_is_tried_again(
    kind, monkeypatch, worker
):
    subscribed(kind=kind)
    make_document(published_at=timezone.now())
    backend = "django.core.mail.backends.locmem.EmailBackend.send_messages"

    def fail(self, messages):
        raise KeyboardInterrupt if worker == "killed" else SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(backend, fail)
        if worker == "killed":
            with pytest.raises(KeyboardInterrupt):
                send_due()
        else:
            send_due()
    send_due()
    assert len(sent()) == (0 if worker == "killed" else 1)


def test_a_subject_is_one_line(kind):
    paper = Document(title="a\r\nBcc: x@example.vn", kind=kind, issuer=make_document().issuer, pk=1)
    paper.slug = "a"
    letter = letters.new_papers(subscribed(kind=kind), [paper])
    assert "\n" not in letter.subject


@pytest.mark.parametrize("query", ["", "loai=khong-co", "van-ban=x", "van-ban=99999999"])
def test_what_is_not_there_cannot_be_followed(client, query):
    assert client.get(f"/van-ban/theo-doi/?{query}").status_code == 404
    assert ask(client, query).status_code == 404


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"audience": "members"}])
def test_neither_can_a_paper_that_the_public_may_not_see(client, hidden):
    paper = make_document(**hidden)
    assert client.get(f"/van-ban/theo-doi/?van-ban={paper.pk}").status_code == 404


def test_an_address_that_is_none_is_told_so(client, kind):
    response = ask(client, "loai=huong-dan", "không phải thư")
    assert response.context["form"].errors["email"]
    assert not Subscription.objects.exists()


def test_the_form_is_a_public_page_and_what_comes_of_it_is_never_kept(client, kind):
    response = client.get("/van-ban/theo-doi/?loai=huong-dan")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "no-store" in ask(client, "loai=huong-dan", AN)["Cache-Control"]


def test_without_a_mail_server_it_says_so_and_offers_rss(client, settings):
    paper = make_document()
    settings.EMAIL_HOST = ""
    text = client.get("/van-ban/theo-doi/?loai=huong-dan").content.decode()
    assert "chưa gửi được thư" in text
    assert "/rss/van-ban/" in text
    assert "theo-doi" not in client.get(paper.get_absolute_url()).content.decode()
    ask(client, "loai=huong-dan")
    assert not Subscription.objects.exists()


def test_a_list_and_a_paper_offer_it(client):
    paper = make_document()
    address = f"/van-ban/theo-doi/?van-ban={paper.pk}"
    assert address in client.get(paper.get_absolute_url()).content.decode()
    text = client.get("/van-ban/?loai=huong-dan").content.decode()
    assert "/van-ban/theo-doi/?loai=huong-dan" in text


def test_an_administrator_can_delete_an_address_and_write_none(client, administrator, kind):
    subscription = subscribed(kind=kind)
    client.force_login(administrator)
    page = "/quan-tri/documents/subscription/"
    assert AN in client.get(page).content.decode()
    assert client.get(f"{page}add/").status_code == 403
    client.post(f"{page}{subscription.pk}/delete/", {"post": "yes"})
    assert not Subscription.objects.exists()
