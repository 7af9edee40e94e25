"""The menus: the one in the header with two levels, and the help links in the footer."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from core.fields import TextLine
from core.web_addresses import Link, is_link
from documents.models import Pack, Series
from news.models import Category
from pages.models.standing import StandingPage
from pages.places import names

TARGETS = ("category", "page", "pack", "series", "place", "address")


def only(name):
    """The condition that this target and no other is given."""
    return Q(
        **{
            (other if other in ("place", "address") else f"{other}__isnull"): (
                "" if other in ("place", "address") else True
            )
            for other in TARGETS
            if other != name
        }
    )


class MenuItemQuerySet(models.QuerySet):
    def with_targets(self):
        return self.select_related("category", "page", "pack", "series")


class MenuItem(models.Model):
    """An entry. It leads to one thing; an entry with others below it may lead nowhere itself."""

    class Menu(models.TextChoices):
        MAIN = "main", "Danh mục chính"
        FOOTER = "footer", "Chân trang"

    menu = models.CharField("ở đâu", max_length=6, choices=Menu, default=Menu.MAIN)
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name="thuộc mục",
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None, "menu": "main"},
    )
    label = TextLine("chữ", max_length=100, blank=True, help_text="Bỏ trống: tên của nơi dẫn tới.")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    category = models.ForeignKey(
        Category, models.CASCADE, verbose_name="chuyên mục", null=True, blank=True, related_name="+"
    )
    page = models.ForeignKey(
        StandingPage,
        models.CASCADE,
        verbose_name="trang",
        null=True,
        blank=True,
        related_name="+",
        help_text="Chỉ hiện khi trang đã đăng.",
    )
    pack = models.ForeignKey(
        Pack, models.CASCADE, verbose_name="bộ tài liệu", null=True, blank=True, related_name="+"
    )
    series = models.ForeignKey(
        Series, models.CASCADE, verbose_name="ấn phẩm", null=True, blank=True, related_name="+"
    )
    place = models.CharField(
        "trang có sẵn",
        max_length=30,
        blank=True,
        choices=names,
    )
    address = Link("địa chỉ khác", blank=True)

    objects = MenuItemQuerySet.as_manager()

    class Meta:
        verbose_name = "mục của danh mục"
        verbose_name_plural = "danh mục (menu)"
        ordering = ["menu", "position", "id"]
        constraints = [
            is_link("menu_item_address_is_a_link"),
            models.CheckConstraint(
                name="menu_item_leads_to_one",
                condition=Q(
                    *(only(name) for name in TARGETS),
                    _connector=Q.OR,
                ),
                violation_error_message="Mỗi mục chỉ dẫn tới một nơi.",
            ),
            models.CheckConstraint(
                name="menu_item_not_below_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Một mục không thể thuộc chính nó.",
            ),
        ]

    def __str__(self):
        return self.label or str(self.target or self.get_place_display() or self.address)

    @property
    def target(self):
        """The row that it leads to, or None."""
        return self.category or self.page or self.pack or self.series

    @property
    def given(self):
        return [name for name in TARGETS if getattr(self, name)]

    def clean(self):
        super().clean()
        if self.parent_id and (
            self.parent.parent_id or self.parent.menu != self.menu or self.menu == self.Menu.FOOTER
        ):
            raise ValidationError({"parent": "Danh mục chính có hai cấp, chân trang một cấp."})
        if self.parent_id and self.pk and self.children.exists():
            raise ValidationError({"parent": "Mục này đã có mục con."})
        if len(self.given) > 1:
            raise ValidationError("Mỗi mục chỉ dẫn tới một nơi.")
        if self.parent_id and not self.given:
            raise ValidationError("Hãy chọn nơi mà mục này dẫn tới.")
        if not self.label and (not self.given or self.address):
            raise ValidationError({"label": "Hãy ghi chữ của mục này."})
