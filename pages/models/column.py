"""Which blocks stand in the side column, and in what order."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from core.fields import TextLine
from pages.blocks import names


class ColumnBlock(models.Model):
    """Without any row every block stands there, in the order of pages/blocks.py. A block with
    nothing in it is left out."""

    component = models.CharField("khối", max_length=30, choices=names, unique=True)
    title = TextLine("tiêu đề khác", max_length=60, blank=True)
    count = models.PositiveSmallIntegerField(
        "số dòng", default=5, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "khối cột bên"
        verbose_name_plural = "cột bên"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="column_block_has_a_few",
                condition=Q(count__gte=1, count__lte=20),
                violation_error_message="Mỗi khối có từ 1 đến 20 dòng.",
            )
        ]

    def __str__(self):
        return self.title or self.get_component_display()
