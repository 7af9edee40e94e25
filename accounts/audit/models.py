"""The entries of the log and, apart from them, the names of the people in it."""

import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Concat, Now
from django.utils.crypto import salted_hmac

from accounts.audit.actions import ACTIONS, choices
from core.fields import TextLine
from core.vietnamese import plain_key, repair

LABEL_LENGTH = 200
WORDS_LENGTH = 1000


def plain(*columns):
    """The columns in one, without accents; an index has the same expression."""
    text = Concat(*columns, Value(""), output_field=models.TextField())
    return models.Func(text, function="core_plain_key", output_field=models.TextField())


def containing(rows, words, *columns):
    """Those in whose columns each of the words stands, in any spelling of its accents."""
    found = rows.annotate(plain=plain(*columns))
    for word in plain_key(words).split():
        found = found.filter(plain__contains=word)
    return found


class NameQuerySet(models.QuerySet):
    def of(self, person):
        """The row of this person, made at their first entry and kept in step with their name."""
        name = f"{person.get_full_name()} ({person.get_username()})"
        row, _ = self.get_or_create(user_id=person.pk, defaults={"name": name})
        if row.name != name:
            row.name = name
            row.save(update_fields=["name"])
        return row

    def matching(self, words):
        return containing(self, words, "name")


class Name(models.Model):
    """Whose the key is. Deleted when the person is anonymised; the entries keep the key."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="tài khoản", null=True,
        related_name="+",
    )  # fmt: skip
    name = TextLine("tên", max_length=310)

    objects = NameQuerySet.as_manager()

    class Meta:
        verbose_name = "tên trong nhật ký"
        verbose_name_plural = "tên trong nhật ký"

    def __str__(self):
        return self.name


def hashed(tried):
    """A name with which somebody failed to sign in, as nobody can read it; "" stays so. The same
    for every spelling of letters that the same account would answer to."""
    known = repair(tried).strip().casefold()
    if not known:
        return ""
    return salted_hmac("accounts.audit.tried", known, algorithm="sha256").hexdigest()[:32]


class EntryQuerySet(models.QuerySet):
    def in_order(self):
        return self.select_related("person", "subject").order_by("-at", "-id")

    def matching(self, words):
        """Those of or about a person, about an object, with such words, or of a tried name. Each
        has its index, which an OR would not use. A word of one or two letters has none."""
        entries, names = Entry.objects.order_by(), Name.objects.matching(words).values("pk")
        told = containing(entries, words, "label", "words").values("pk")
        others = (
            entries.filter(**{lookup: wanted}).values("pk")
            for lookup, wanted in (
                ("person__in", names),
                ("subject__in", names),
                ("tried", hashed(words)),
            )
        )
        return self.filter(pk__in=told.union(*others))

    @transaction.atomic
    def write(self, action, person, about, words, tried):
        if action not in ACTIONS:
            raise ValueError(f"unknown action: {action}")
        is_person = isinstance(about, get_user_model())
        thing = None if is_person else about
        return self.create(
            action=action,
            person=Name.objects.of(person) if person else None,
            subject=Name.objects.of(about) if is_person else None,
            kind=thing._meta.label_lower if thing else "",
            object_id=str(thing.pk) if thing else "",
            label=str(thing)[:LABEL_LENGTH] if thing else "",
            words=words[:WORDS_LENGTH],
            tried=hashed(tried),
        )


class Entry(models.Model):
    """One thing that was done. The database refuses to change or delete it (append_only.sql)."""

    at = models.DateTimeField("lúc", db_default=Now(), db_index=True)
    action = models.CharField("việc", max_length=20, choices=choices)
    # Keys without a constraint: the names may go, the entries stay.
    person = models.ForeignKey(
        Name, models.DO_NOTHING, verbose_name="người làm", null=True, db_constraint=False,
        related_name="+",
    )  # fmt: skip
    subject = models.ForeignKey(
        Name, models.DO_NOTHING, verbose_name="đối với", null=True, db_constraint=False,
        related_name="+",
    )  # fmt: skip
    kind = models.CharField("loại đối tượng", max_length=60, blank=True)
    object_id = models.CharField("số của đối tượng", max_length=60, blank=True)
    label = TextLine("đối tượng", max_length=LABEL_LENGTH, blank=True)
    words = TextLine("chi tiết", max_length=WORDS_LENGTH, blank=True)
    tried = models.CharField("mã tên đã thử", max_length=32, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "dòng nhật ký"
        verbose_name_plural = "nhật ký hệ thống"
        default_permissions = ["view"]
        permissions = [("export_entry", "Xuất nhật ký hệ thống")]
        indexes = [
            models.Index(fields=["kind", "object_id"], name="audit_entry_about"),
            models.Index(fields=["action", "at"], name="audit_entry_action"),
            models.Index(fields=["tried"], name="audit_entry_tried", condition=~models.Q(tried="")),
            GinIndex(OpClass(plain("label", "words"), "gin_trgm_ops"), name="audit_entry_plain"),
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.who}"

    @property
    def who(self):
        return named(self.person_id, self.person) if self.person_id else "(không rõ)"

    @property
    def what(self):
        """What it is about: an object by the name that it had, a person by their name of today."""
        return named(self.subject_id, self.subject) if self.subject_id else self.label


def named(key, row):
    return row.name if row else f"Người đã ẩn danh ({str(key)[:8]})"
