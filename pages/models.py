"""The board's own face: names, slogan, footer."""

from django.db import models

from core.fields import TextLine


class SiteSettings(models.Model):
    """One row, edited in the admin; every line of it stands in the header or the footer."""

    only_row = models.BooleanField(primary_key=True, default=True, editable=False)
    name = TextLine("tên Ban", max_length=150, default="Ban Tuyên giáo và Dân vận Tỉnh ủy")
    kind_line = TextLine("dòng trên tên", max_length=100, default="Trang thông tin điện tử")
    slogan = TextLine("khẩu hiệu", max_length=300, blank=True)
    license = TextLine("giấy phép số", max_length=200, blank=True)
    responsible = TextLine("chịu trách nhiệm", max_length=200, blank=True)
    address = TextLine("địa chỉ", max_length=200, blank=True)
    phone = TextLine("điện thoại", max_length=50, blank=True)
    fax = TextLine("fax", max_length=50, blank=True)
    email = models.EmailField("email", blank=True)
    website = models.URLField("website", blank=True)
    reprint_note = TextLine(
        "dòng cuối trang",
        max_length=200,
        blank=True,
        default="Ghi rõ nguồn khi đăng lại thông tin từ trang này.",
    )

    class Meta:
        verbose_name = "thông tin trang"
        verbose_name_plural = "thông tin trang"
        constraints = [
            models.CheckConstraint(name="site_settings_one_row", condition=models.Q(only_row=True))
        ]

    def __str__(self):
        return self.name

    @classmethod
    def load(cls):
        """The settings, or their defaults before anybody saved any."""
        return cls.objects.first() or cls()
