"""The people who sign in."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.timezone import localdate

from accounts.roles import ADMINISTRATORS, STAFF
from core.fields import TextLine

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 .()-]{6,28}$", "Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678."
)
EMAIL_TAKEN = "Đã có tài khoản dùng email này."
USERNAME_TAKEN = "Đã có tài khoản với tên đăng nhập này."


class State(models.TextChoices):
    """Derived from the facts of the row, in this order: the first that fits."""

    SUSPENDED = "suspended", "Tạm khóa"
    EXPIRED = "expired", "Hết hạn"
    INVITED = "invited", "Đã mời, chưa đặt mật khẩu"
    ACTIVE = "active", "Đang dùng"


class PersonQuerySet(models.QuerySet):
    def may_sign_in(self):
        """Neither suspended nor expired; `User.may_sign_in` says the same of one."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=localdate()), is_active=True)

    def in_state(self, state):
        invited = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        if state == State.SUSPENDED:
            return self.filter(is_active=False)
        if state == State.EXPIRED:
            return self.filter(is_active=True, valid_until__lt=localdate())
        return self.may_sign_in().filter(invited if state == State.INVITED else ~invited)

    def administrators(self):
        """Those who can run the site today."""
        runs = Q(is_superuser=True) | Q(groups__name=ADMINISTRATORS)
        ids = self.model.objects.filter(runs).values("pk")
        return self.in_state(State.ACTIVE).filter(is_staff=True, pk__in=ids)


class PersonManager(UserManager.from_queryset(PersonQuerySet)):
    use_in_migrations = False

    def get_by_natural_key(self, username):
        """Telephones begin a username with a capital."""
        return self.get(username__iexact=username)


class User(AbstractUser):
    """A person with one full name: Vietnamese names are not split into first and last.

    Nobody registers: an administrator invites, so an account without a password is one whose
    person has not used the link yet.
    """

    first_name = None
    last_name = None
    password = models.CharField("mật khẩu", max_length=256)  # a wrapped old hash is long
    email = models.EmailField("email", blank=True)
    full_name = TextLine("họ và tên", max_length=150, blank=True)
    unit = TextLine("đơn vị", max_length=200, blank=True)
    position = TextLine("chức vụ", max_length=150, blank=True)
    phone = TextLine("điện thoại", max_length=30, blank=True, validators=[PHONE])
    valid_until = models.DateField(
        "có giá trị đến hết ngày",
        null=True,
        blank=True,
        help_text="Bỏ trống: không có hạn. Sau ngày này không đăng nhập được.",
    )
    session_round = models.PositiveIntegerField(default=0, editable=False)

    objects = PersonManager()

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"
        constraints = [
            models.UniqueConstraint(
                Upper("username"),
                name="user_username_in_any_case",
                violation_error_message=USERNAME_TAKEN,
            ),
            models.UniqueConstraint(
                Upper("email"),
                name="user_email_once",
                condition=~Q(email=""),
                violation_error_message=EMAIL_TAKEN,
            ),
        ]

    def __str__(self):
        return self.get_full_name()

    def get_full_name(self):
        return self.full_name or self.username

    def get_short_name(self):
        return self.get_full_name()

    @property
    def is_expired(self):
        return self.valid_until is not None and self.valid_until < localdate()

    @property
    def may_sign_in(self):
        return self.is_active and not self.is_expired

    @property
    def state(self):
        if not self.is_active:
            return State.SUSPENDED
        if self.is_expired:
            return State.EXPIRED
        return State.ACTIVE if self.has_usable_password() else State.INVITED

    def _get_session_auth_hash(self, secret=None):
        """Sessions end with the password or the round that they were opened in."""
        return super()._get_session_auth_hash(secret=secret) + f".{self.session_round}"

    def end_sessions(self, **changes):
        """Write `changes` and end every session; they stay ended whatever is changed back."""
        ended = {**changes, "session_round": F("session_round") + 1}
        type(self).objects.filter(pk=self.pk).update(**ended)
        self.refresh_from_db(fields=ended)

    def suspend(self):
        self.end_sessions(is_active=False)

    def reactivate(self):
        self.end_sessions(is_active=True)

    def enter_staff(self):
        """Those with a role that works in the admin may open it."""
        if not self.is_staff and self.groups.filter(name__in=STAFF).exists():
            self.is_staff = True
            self.save(update_fields=["is_staff"])
