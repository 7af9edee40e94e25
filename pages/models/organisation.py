"""The organisation page (cơ cấu tổ chức): units and named contacts, in Vietnamese and English."""

from django.db import models

from core.fields import PlainText, TextLine
from core.web_addresses import Telephones
from pages.models.site import a_picture


class TwoLanguages:
    """Mixed into a model whose fields `x` have an English `x_en`, which may be empty."""

    def told(self, field, language):
        """What a field says in a language; Vietnamese where nobody wrote English."""
        english = getattr(self, f"{field}_en") if language == "en" else ""
        return english or getattr(self, field)


class Unit(TwoLanguages, models.Model):
    """A part of the board: its leaders, an office, a division."""

    name = TextLine("tên", max_length=150)
    name_en = TextLine("tên tiếng Anh", max_length=150, blank=True)
    duties = PlainText("chức năng, nhiệm vụ", max_length=4000, blank=True)
    duties_en = PlainText("chức năng, nhiệm vụ (tiếng Anh)", max_length=4000, blank=True)
    phone = Telephones("điện thoại", blank=True)
    email = models.EmailField("email", blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "cơ cấu tổ chức"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], name="unit_name_once", violation_error_message="Tên này đã có."
            )
        ]

    def __str__(self):
        return self.name


class Contact(TwoLanguages, models.Model):
    """Somebody whom one may ask, by name: Decree 42/2022 wants named contacts."""

    unit = models.ForeignKey(Unit, models.CASCADE, verbose_name="đơn vị", related_name="contacts")
    name = TextLine("họ và tên", max_length=100)
    post = TextLine("chức vụ", max_length=150, blank=True)
    post_en = TextLine("chức vụ tiếng Anh", max_length=150, blank=True)
    work = TextLine("phụ trách", max_length=300, blank=True)
    work_en = TextLine("phụ trách (tiếng Anh)", max_length=300, blank=True)
    phone = Telephones("điện thoại", blank=True)
    email = models.EmailField("email", blank=True)
    picture = a_picture("ảnh chân dung")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "người liên hệ"
        verbose_name_plural = "người liên hệ"
        ordering = ["position", "id"]

    def __str__(self):
        return self.name
