"""The letter that brings a one-time link."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from accounts.models import OneTimeLink, Purpose, User
from core.vietnamese import date_words
from pages.models import SiteSettings

AGAIN = RetryStrategy(max_attempts=5, exponential_wait=5)
SUBJECTS = {
    Purpose.INVITATION: "Lời mời dùng tài khoản",
    Purpose.RESET: "Đặt lại mật khẩu",
    Purpose.EMAIL: "Xác nhận địa chỉ email",
}
WHY = {
    Purpose.INVITATION: "Ông (bà) được mời dùng tài khoản tại {site}. Mở liên kết sau để đặt "
    "mật khẩu; tên đăng nhập là {username}:",
    Purpose.RESET: "Để đặt mật khẩu mới cho tài khoản {username} tại {site}, hãy mở liên kết sau:",
    Purpose.EMAIL: "Để dùng địa chỉ này cho tài khoản {username} tại {site}, hãy mở liên kết sau:",
}
END = (
    "Liên kết dùng được một lần, đến {until}. Nếu Ông (bà) không chờ thư này, xin bỏ qua; "
    "không có gì thay đổi."
)


def send_links_later(people, by):
    """A letter to each who has an address, with the transaction's commit; how many."""
    written = [person for person in people if person.email]
    if settings.EMAIL_HOST and written:
        mail_link.batch_defer(*({"person_id": p.pk, "by_id": by and by.pk} for p in written))
        return len(written)
    return 0


@app.task(retry=AGAIN, pass_context=False)
def mail_link(person_id: int, by_id: int | None) -> None:
    """Make a link and send it; a link whose letter could not be sent is never there."""
    person = User.objects.may_sign_in().exclude(email="").filter(pk=person_id).first()
    if person:
        send_link(person, by=User.objects.filter(pk=by_id).first())


@transaction.atomic
def send_link(person, purpose=None, by=None, email=""):
    for link in OneTimeLink.objects.make([person], purpose, by, email):
        send_mail(SUBJECTS[link.purpose], letter(link), None, [email or person.email])


def letter(link):
    site = SiteSettings.load().name
    why = WHY[link.purpose].format(site=site, username=link.person.username)
    until = END.format(until=date_words(link.expires_at))
    return f"Kính gửi {link.person},\n\n{why}\n\n{link.url}\n\n{until}\n\n{site}"
