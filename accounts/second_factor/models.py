import secrets
from base64 import b32decode, b32encode
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.oath import TOTP

from accounts.second_factor.fields import SealedText
from accounts.sessions.models import DEVICE_LENGTH

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is taken for something else
RECOVERY_CODES = 10
RECOVERY_LENGTH = 10
FREE_FAILURES = 3  # wrong codes before one has to wait
LONGEST_WAIT = 300  # seconds: 288 guesses a day at three in a million each
REMEMBERED = timedelta(days=30)


def new_secret():
    return b32encode(secrets.token_bytes(20)).decode()


def step_of(secret, code, after=0):
    """The time step, later than `after`, whose code this is; None where it is none. The clock of
    the phone may be half a minute off either way. No secret has no code: everybody could reckon
    those of an empty one."""
    if not secret:
        return None
    totp = TOTP(b32decode(secret))
    if not (code.isascii() and code.isdigit() and len(code) == totp.digits):
        return None
    return totp.t() if totp.verify(int(code), tolerance=1, min_t=after + 1) else None


def digest(kind, text):
    return salted_hmac(f"accounts.second_factor.{kind}", text, algorithm="sha256").hexdigest()


class AuthenticatorQuerySet(models.QuerySet):
    def of(self, person):
        """The person's, made when it is first asked for: from then on the grace counts."""
        return self.get_or_create(person=person)[0]

    @transaction.atomic
    def seal_anew(self):
        """With the SECRET_KEY of today what an older one still opens."""
        for authenticator in self.exclude(secret="").select_for_update():
            if authenticator.secret:
                authenticator.save(update_fields=["secret"])


class Authenticator(models.Model):
    """What a person has beside the password. Without `confirmed_at` only asked for."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người dùng", null=True
    )
    secret = SealedText("khóa", blank=True)
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    confirmed_at = models.DateTimeField("bật lúc", null=True, editable=False)
    last_step = models.BigIntegerField("mã đã dùng", default=0, editable=False)
    failures = models.PositiveSmallIntegerField("số lần sai", default=0, editable=False)
    failed_at = models.DateTimeField("sai lần cuối", null=True, editable=False)

    objects = AuthenticatorQuerySet.as_manager()

    class Meta:
        verbose_name = "xác thực hai lớp"
        verbose_name_plural = "xác thực hai lớp"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None) | ~models.Q(secret=""),
                name="authenticator_has_a_secret",
            )
        ]

    def __str__(self):
        return str(self.person or "(đã xóa tài khoản)")

    @property
    def is_on(self):
        return self.confirmed_at is not None

    @property
    def due_at(self):
        """Until when who must have it may do without."""
        return self.asked_at + settings.SECOND_FACTOR_GRACE

    @property
    def wait(self):
        """Seconds before the next code is looked at."""
        if self.failures < FREE_FAILURES:
            return 0
        until = min(LONGEST_WAIT, 2 ** min(self.failures - FREE_FAILURES + 1, 10))
        return max(0, until - (timezone.now() - self.failed_at).total_seconds())

    def accepts(self, text):
        """Whether this is a code of the app or a recovery code; each counts once, however many
        requests bring it at the same moment."""
        typed = text.replace(" ", "").replace("-", "").lower()
        with transaction.atomic():
            locked = Authenticator.objects.select_for_update().get(pk=self.pk)
            if locked.wait or not locked.is_on:
                return False
            right = locked.takes_code(typed) or locked.takes_recovery_code(typed)
            locked.failures = 0 if right else min(locked.failures + 1, 1000)
            locked.failed_at = None if right else timezone.now()
            locked.save(update_fields=["last_step", "failures", "failed_at"])
        return right

    def takes_code(self, typed):
        step = step_of(self.secret, typed, after=self.last_step)
        self.last_step = step or self.last_step
        return step is not None

    def takes_recovery_code(self, typed):
        return bool(self.recovery_codes.filter(digest=digest("recovery", typed)).delete()[0])

    def switch_on(self, secret, step):
        """With a code that was right. What hung on a former phone ends."""
        self.secret, self.last_step, self.confirmed_at = secret, step, timezone.now()
        self.failures, self.failed_at = 0, None
        self.save()
        self.devices.all().delete()

    def new_recovery_codes(self):
        """Ten codes to print, in the place of the former ones. They are kept as digests."""
        codes = [
            "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LENGTH))
            for _ in range(RECOVERY_CODES)
        ]
        with transaction.atomic():
            self.recovery_codes.all().delete()
            RecoveryCode.objects.bulk_create(
                RecoveryCode(authenticator=self, digest=digest("recovery", code)) for code in codes
            )
        return [f"{code[:5]}-{code[5:]}" for code in codes]

    def remember(self, device):
        """A browser that is asked for no code for a while: its token."""
        token = secrets.token_urlsafe(32)
        self.devices.create(digest=self.token_digest(token), device=device)
        return token

    def remembers(self, token):
        found = self.devices.lasting().filter(digest=self.token_digest(token))
        return bool(token) and bool(found.update(used_at=timezone.now()))

    def token_digest(self, token):
        """Another one after the password was changed, so that a change revokes every device."""
        return digest("device", f"{token}:{self.person.get_session_auth_hash()}")


class RecoveryCode(models.Model):
    authenticator = models.ForeignKey(Authenticator, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "mã dự phòng"
        verbose_name_plural = "mã dự phòng"

    def __str__(self):
        return str(self.authenticator)


class DeviceQuerySet(models.QuerySet):
    def lasting(self):
        return self.filter(made_at__gt=timezone.now() - REMEMBERED)


class RememberedDevice(models.Model):
    """A browser that gave a code and is asked for none until `REMEMBERED` has passed."""

    authenticator = models.ForeignKey(Authenticator, models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64, unique=True)
    device = models.CharField("thiết bị", max_length=DEVICE_LENGTH)
    made_at = models.DateTimeField("nhớ lúc", auto_now_add=True)
    used_at = models.DateTimeField("dùng lần cuối", default=timezone.now)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = "thiết bị được nhớ"
        verbose_name_plural = "thiết bị được nhớ"

    def __str__(self):
        return self.device
