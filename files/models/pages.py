"""The text of files, page by page."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Value

from core.fields import PlainText
from files.models.stored import StoredFile


class FilePage(models.Model):
    """The text of one page; `number` counts from 1, pages without text have no row."""

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField("trang")
    text = PlainText("chữ")
    search = models.GeneratedField(
        expression=models.Func(
            Value(""), Value(""), "text", function="core_search_vector",
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )  # fmt: skip

    class Meta:
        verbose_name = "trang"
        verbose_name_plural = "trang"
        ordering = ["number"]
        constraints = [models.UniqueConstraint("file", "number", name="file_page_once")]
        indexes = [GinIndex("search", name="file_page_search")]

    def __str__(self):
        return f"Trang {self.number}"
