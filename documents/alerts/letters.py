"""The letters of alerts."""

from django.conf import settings
from django.core.mail import EmailMessage

from core.site import absolute
from core.vietnamese import day_words
from documents.alerts.links import confirm_link, leave_link
from documents.models.alerts import UNCONFIRMED


def wish_of(subscription):
    """What the person will hear of, in words."""
    if subscription.document:
        return f"thay đổi của văn bản “{subscription.document}”"
    if subscription.kind:
        return f"văn bản mới thuộc loại “{subscription.kind}”"
    return f"văn bản mới về lĩnh vực “{subscription.field}”"


def letter(subscription, subject, paragraphs, **headers):
    text = "\n\n".join(paragraphs) + "\n"
    return EmailMessage(
        " ".join(subject.split())[:150], text, None, [subscription.email], headers=headers
    )


def confirmation(subscription):
    return letter(
        subscription,
        "Xác nhận đăng ký nhận thư báo",
        [
            "Kính gửi Ông (bà),",
            f"Địa chỉ này vừa được đăng ký tại {settings.SITE_URL} để nhận thư báo về "
            f"{wish_of(subscription)}.",
            f"Nếu đúng, xin mở liên kết sau trong {UNCONFIRMED.days} ngày và bấm “Xác nhận”:\n"
            f"{confirm_link(subscription)}",
            "Nếu không phải Ông (bà) đăng ký, xin bỏ qua thư này; địa chỉ sẽ được xóa.",
        ],
    )


def alert(subscription, subject, paragraphs):
    """A letter that a mail program can leave for its reader with one click (RFC 8058)."""
    leave = leave_link(subscription)
    why = f"Ông (bà) nhận thư này vì đã đăng ký nhận báo về {wish_of(subscription)}."
    return letter(
        subscription,
        subject,
        [*paragraphs, f"--\n{why}\nThôi nhận thư: {leave}"],
        **{"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def new_papers(subscription, papers):
    subject = f"Văn bản mới: {papers[0]}" if len(papers) == 1 else f"{len(papers)} văn bản mới"
    return alert(subscription, subject, ["Văn bản mới đăng:", *map(about, papers)])


def changed_paper(subscription, paper, state, notes):
    """`state`: its LegalState or None; `notes`: its public change notes, the newest first."""
    paragraphs = [f"Trang của văn bản này vừa thay đổi:\n\n{about(paper)}"]
    if state:
        paragraphs.append(f"Tình trạng: {state.label}.")
    if notes:
        paragraphs.append("\n".join(f"{day_words(note.on)}: {note.text}" for note in notes[:3]))
    return alert(subscription, f"Thay đổi: {paper}", paragraphs)


def about(paper):
    day = f", ngày {day_words(paper.issued_on)}" if paper.issued_on else ""
    number = f" {paper.symbol}" if paper.symbol else ""
    return (
        f"{paper.kind.name}{number}{day} – {paper.issuer.name}\n{paper.title}\n"
        f"{absolute(paper.get_absolute_url())}"
    )
