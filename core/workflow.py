"""The steps from draft to page and off it again: who may take them, from where to where."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from accounts import audit
from core.records import StepRecord
from core.vietnamese import date_words

FURTHEST = timedelta(days=366)  # how far ahead a publication may be scheduled
KEPT_IN_BIN = timedelta(days=30)


class RefusedError(Exception):
    """A step that may not be taken; the message says why, in Vietnamese."""


@dataclass(frozen=True)
class Step:
    """`action`: that of a model's permission (`approve` of `news.approve_article`); `asks`: what
    the words are called that must come with it; `when`: the property of the publication that
    must hold beside its status."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    action: str
    done: str
    asks: str = ""
    when: str = ""
    takes_time: bool = False


ALL_STEPS = [
    Step("submit", "Gửi duyệt", ("draft", "returned"), "submitted", "submit", "đã gửi duyệt"),
    Step("approve", "Duyệt", ("submitted",), "approved", "approve", "đã duyệt"),
    Step(
        "publish",
        "Đăng",
        ("approved",),
        "published",
        "publish",
        "đã cho đăng",
        when="is_original",
        takes_time=True,
    ),
    Step(
        "replace",
        "Thay bản đang đăng",
        ("draft", "returned", "submitted", "approved"),
        "published",
        "publish",
        "đã thay bản đang đăng",
        when="is_copy",
    ),
    Step(
        "send_back",
        "Trả lại",
        ("submitted", "approved"),
        "returned",
        "return",
        "đã trả lại",
        asks="Lý do trả lại",
    ),
    Step(
        "unschedule",
        "Hủy hẹn giờ",
        ("published",),
        "approved",
        "publish",
        "đã hủy hẹn giờ",
        when="is_scheduled",
    ),
    Step(
        "withdraw",
        "Gỡ khỏi trang",
        ("published",),
        "withdrawn",
        "publish",
        "đã gỡ",
        asks="Ghi chú công khai",
        when="is_out",
    ),
    Step("reopen", "Đưa về nháp", ("withdrawn",), "draft", "publish", "đã đưa về nháp"),
    Step(
        "bin",
        "Bỏ vào thùng rác",
        ("draft", "returned"),
        "binned",
        "submit",
        "đã bỏ vào thùng rác",
        when="was_never_out",
    ),
    Step("recover", "Lấy lại", ("binned",), "draft", "submit", "đã lấy lại từ thùng rác"),
]
# A published text changed on the spot by those who publish: no step, but it stands in the log.
CORRECTION = Step("correct", "Sửa bản đang đăng", ("published",), "published", "publish", "đã sửa")
STEPS = {step.name: step for step in ALL_STEPS}

# Who may change the text in each state, by the action of a permission. What is withdrawn is
# brought back to draft first.
EDITED_BY = {
    "draft": "change",
    "returned": "change",
    "submitted": "change",
    "approved": "approve",
    "published": "publish",
}
MOVED = ("status", "published_at", "withdrawal_note", "updated_at", "updated_by_id", "version")


def database_now():
    """The clock that the public door looks at."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


class TakesSteps:
    """The life of a publication as methods. Each is one transaction that locks the row, asks
    whether this person may take the step now (else raises RefusedError), writes the record and
    tells whom it concerns."""

    def submit(self, by, words=""):
        """`words`: a writer's message, or answer to a return; editors read it in the log."""
        return self.take("submit", by, words)

    def send_back(self, by, reason):
        return self.take("send_back", by, reason)

    def approve(self, by):
        return self.take("approve", by)

    def publish(self, by, at=None):
        """Now, or at a moment; one in the future is a schedule."""
        return self.take("publish", by, at=at)

    def replace(self, by):
        """Put a working copy in the place of what is published; the copy is gone then."""
        return self.take("replace", by)

    def unschedule(self, by):
        return self.take("unschedule", by)

    def withdraw(self, by, note):
        return self.take("withdraw", by, note)

    def reopen(self, by):
        return self.take("reopen", by)

    def bin(self, by):
        """Throw a draft away; it can be had back until core/wastebin.py empties the bin."""
        return self.take("bin", by)

    def recover(self, by):
        return self.take("recover", by)

    def take(self, name, by, words="", at=None):
        step = STEPS[name]
        with transaction.atomic():
            row = self.locked()
            if reason := row.refusal(step, by) or row.lacks(step, words):
                raise RefusedError(reason)
            record = row.move(step, by, words.strip(), at)
            record.notify()
            row.tell_audit(record)
        for field in MOVED:
            setattr(self, field, getattr(row, field))
        return record

    def move(self, step, by, words, at):
        """Take the step on a locked row that may take it."""
        if step.name == "replace":
            return self.replace_original(step, by)
        record = StepRecord.of(self, step, by, words)
        self.keep_stored()
        self.status, self.updated_by = step.target, by
        self.set_moments(step, words, at)
        self.save(update_fields=["slug", "updated_by", "updated_at", *MOVED[:3]])
        self.refresh_from_db(fields=["version"])
        self.remember(by, step.label)
        record.moment = self.published_at if step.takes_time else None
        record.save()
        return record

    def set_moments(self, step, words, at):
        if step.name == "publish":
            self.clean()
            self.published_at = self.moment_for(at)
        elif step.name == "unschedule":
            self.published_at = None
        elif step.name in ("withdraw", "reopen"):
            self.withdrawal_note = words

    def moment_for(self, at):
        """The moment of publication, where it is a possible one."""
        now = database_now()
        if at and at > now + FURTHEST:
            raise RefusedError("Chỉ hẹn giờ đăng được trong vòng một năm tới.")
        if self.expires_at and self.expires_at <= (at or now):
            raise RefusedError(
                f"Thời điểm hết hạn ({date_words(self.expires_at)}) phải sau thời điểm đăng."
            )
        return at or now

    def allows(self, person, action):
        """Whether this person holds the permission of that action on such things."""
        meta = self._meta
        return person.has_perm(f"{meta.app_label}.{action}_{meta.model_name}")

    def permits(self, person, step):
        """Those who edit act on everybody's, those who only write on their own."""
        own = self.created_by_id is not None and self.created_by_id == person.pk
        return self.allows(person, step.action) and (own or self.allows(person, "change"))

    def refusal(self, step, person):
        """Why this person may not take this step now; "" where they may."""
        if not self.permits(person, step):
            return f"Ông (bà) không có quyền “{step.label}” đối với “{self}”."
        if self.status not in step.sources or (step.when and not getattr(self, step.when)):
            return f"“{self}” đang ở trạng thái “{self.state_label}”, không “{step.label}” được."
        own = self.created_by_id == person.pk
        if step.name == "approve" and own and not self.allows(person, "publish"):
            return "Người viết không tự duyệt bài của mình."
        if self.status == "approved" and not self.allows(person, "approve"):
            return "Bài đã duyệt: chỉ người có quyền duyệt mới trả lại được."
        return ""

    def lacks(self, step, words):
        return f"Cần ghi “{step.asks}”." if step.asks and not words.strip() else ""

    def steps_for(self, person):
        """The steps that this person may take now."""
        return [step for step in ALL_STEPS if not self.refusal(step, person)]

    def may_be_edited_by(self, person):
        """In this state; a published text only while no working copy of it is open."""
        action = EDITED_BY.get(self.status)
        allowed = action and self.allows(person, "change") and self.allows(person, action)
        return bool(allowed) and not (self.status == "published" and self.open_copy)

    def may_be_written_by(self, person):
        """Whether a writer may still change this text of their own."""
        own = self.created_by_id is not None and self.created_by_id == person.pk
        open_to_writers = self.status in STEPS["submit"].sources and self.is_original
        return own and open_to_writers and self.allows(person, "submit")

    def log(self, step, by):
        """Write down what was done and tell whom it concerns."""
        record = StepRecord.of(self, step, by, "")
        record.save()
        record.notify()
        self.tell_audit(record)

    def tell_audit(self, record):
        """What the public sees changed, or will: that stands in the audit log too."""
        if "published" in (record.source, record.target) or record.source == "withdrawn":
            audit.record(record.step, record.by, record.publication, record.words)

    def lock(self):
        """Keep the row from others until the transaction ends."""
        type(self)._base_manager.select_for_update().only("pk").get(pk=self.pk)

    def locked(self):
        """The row as it is stored, kept from others until the transaction ends."""
        return type(self)._base_manager.select_for_update().get(pk=self.pk)

    @property
    def is_scheduled(self):
        return self.status == "published" and self.published_at > timezone.now()

    @property
    def is_out(self):
        return self.status == "published" and not self.is_scheduled

    @property
    def is_shown(self):
        """Out, and its time is not over."""
        return self.is_out and not (self.expires_at and self.expires_at <= timezone.now())

    @property
    def was_never_out(self):
        """What the public once saw is withdrawn, never thrown away."""
        taken_off = StepRecord.objects.of(self).filter(step="withdraw")
        return self.is_original and self.published_at is None and not taken_off.exists()

    @property
    def leaves_bin_at(self):
        """When it is deleted, if it lies in the bin and nobody takes it back."""
        return self.updated_at + KEPT_IN_BIN

    @property
    def state_label(self):
        """The state in words: a publication to come is a schedule."""
        return "Hẹn giờ" if self.is_scheduled else self.get_status_display()
