"""Who asks for an account, and what keeps machines from asking."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models.people import PHONE, User
from accounts.roles import LABELS
from core.fields import PlainText, TextLine

ASKED_FOR = ["bao_cao_vien", "cong_tac_vien"]  # others are given, not asked for
KEPT = timedelta(days=90)  # after it was made
MARK_KEPT = timedelta(days=1)


class DecidedError(Exception):
    def __init__(self):
        super().__init__("Đề nghị này đã được xử lý.")


class AccountRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decided_at=None)

    def over(self):
        return self.filter(made_at__lt=timezone.now() - KEPT)


class AccountRequest(models.Model):
    full_name = TextLine("họ và tên", max_length=150)
    unit = TextLine("đơn vị", max_length=200)
    position = TextLine("chức vụ", max_length=150, blank=True)
    phone = TextLine("điện thoại", max_length=30, validators=[PHONE])
    email = models.EmailField("email", blank=True)
    role = models.CharField(
        "đề nghị vai trò",
        max_length=20,
        choices=[(name, LABELS[name]) for name in ASKED_FOR],
        default=ASKED_FOR[0],
    )
    words = PlainText("lời đề nghị", max_length=1000, blank=True)
    made_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    is_approved = models.BooleanField("kết quả", null=True, editable=False)
    reason = TextLine("lý do từ chối", max_length=300, blank=True, editable=False)
    decided_at = models.DateTimeField("xử lý lúc", null=True, editable=False)
    decided_by = models.ForeignKey(
        User,
        models.SET_NULL,
        verbose_name="người xử lý",
        null=True,
        editable=False,
        related_name="+",
    )
    person = models.ForeignKey(
        User,
        models.SET_NULL,
        verbose_name="tài khoản",
        null=True,
        editable=False,
        related_name="account_requests",
    )

    objects = AccountRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị cấp tài khoản"
        verbose_name_plural = "đề nghị cấp tài khoản"
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                name="decided_request_has_a_decision",
                condition=Q(decided_at=None, is_approved=None)
                | Q(decided_at__isnull=False, is_approved__isnull=False),
            )
        ]

    def __str__(self):
        return self.full_name

    @property
    def state(self):
        return {None: "Chờ duyệt", True: "Đã duyệt", False: "Từ chối"}[self.is_approved]

    @transaction.atomic
    def approve(self, by):
        """Invite who asked. ValidationError where another account stands in the way."""
        from accounts.invitations.carrying_out import invite

        asked = self.locked()
        names = ("full_name", "unit", "position", "phone", "email")
        fields = {name: getattr(asked, name) for name in names}
        person = invite([Group.objects.get(name=asked.role)], by, **fields)
        asked.decide(by, is_approved=True, person=person)
        return person

    @transaction.atomic
    def refuse(self, by, reason):
        self.locked().decide(by, is_approved=False, reason=reason)

    def locked(self):
        asked = type(self).objects.select_for_update().get(pk=self.pk)
        if asked.decided_at:
            raise DecidedError
        return asked

    def decide(self, by, **outcome):
        for name, value in {"decided_at": timezone.now(), "decided_by": by, **outcome}.items():
            setattr(self, name, value)
        self.save()


class AddressMarkQuerySet(models.QuerySet):
    def over(self):
        return self.filter(at__lt=timezone.now() - MARK_KEPT)


class AddressMark(models.Model):
    """That a form was sent from somewhere: a digest that cannot be turned back, for a day."""

    place = models.CharField("nơi gửi", max_length=64)
    form = models.CharField("biểu mẫu", max_length=20)
    at = models.DateTimeField("lúc", auto_now_add=True)

    objects = AddressMarkQuerySet.as_manager()

    class Meta:
        verbose_name = "dấu nơi gửi"
        verbose_name_plural = "dấu nơi gửi"
        indexes = [models.Index(fields=["place", "form", "at"], name="address_mark_of")]

    def __str__(self):
        return self.form
