"""The address under which a telephone's calendar fetches the schedule: it cannot sign in."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models, transaction
from django.urls import reverse

from speakers.access import PERMISSION

SIGNER = Signer(sep=".", salt="speakers.calendar")


class CalendarAddressQuerySet(models.QuerySet):
    @transaction.atomic
    def renew(self, person):
        """Give a person an address; one that they had before leads nowhere from now on."""
        self.withdraw(person)
        self.get_or_create(person=person)

    def withdraw(self, person):
        self.filter(person=person).delete()

    def of_token(self, token):
        """The address of somebody who may still enter; None for what is forged or withdrawn."""
        try:
            number = SIGNER.unsign(token)
        except BadSignature:
            return None
        address = self.filter(pk=number).select_related("person").first()
        person = address and address.person
        return address if person and person.may_sign_in and person.has_perm(PERMISSION) else None


class CalendarAddress(models.Model):
    """Its token is its number, signed: numbers are never used again, so a new row is a new
    address, and who reads the table cannot make one."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người dùng",
        null=True,
        related_name="+",
    )

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "địa chỉ lịch riêng"
        verbose_name_plural = "địa chỉ lịch riêng"

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        return reverse("speakers:calendar", args=[SIGNER.sign(str(self.pk))])
