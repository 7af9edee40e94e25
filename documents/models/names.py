"""What papers are sorted by: kinds, issuers, fields of work."""

from django.db import models

from core.fields import TextLine
from core.models import SlugFromName
from core.vietnamese import SortKey


class Kind(SlugFromName, models.Model):
    """What a paper is: Nghị quyết, Hướng dẫn … Several kinds may share an abbreviation (QĐ)."""

    name = TextLine("tên", max_length=100, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    class Meta:
        verbose_name = "loại văn bản"
        verbose_name_plural = "loại văn bản"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name


class Issuer(SlugFromName, models.Model):
    """The office that issued a paper."""

    name = TextLine("tên", max_length=200, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)

    class Meta:
        verbose_name = "cơ quan ban hành"
        verbose_name_plural = "cơ quan ban hành"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name


class Field(SlugFromName, models.Model):
    """A field of work: Khoa giáo, Tuyên truyền …"""

    name = TextLine("tên", max_length=100, unique=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name
