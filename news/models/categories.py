"""Sections of the news, and the words under which articles are found."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import Http404

from core.fields import TextLine
from core.models import SlugFromName
from core.site import HOME, path_to
from core.vietnamese import SortKey


class CategoryQuerySet(models.QuerySet):
    def tree(self):
        """The top categories in order, each with its `children_list`, in one query."""
        categories = list(self)
        for category in categories:
            category.children_list = [c for c in categories if c.parent_id == category.pk]
        return [category for category in categories if category.parent_id is None]

    def known(self):
        """{id: category} of all, each with its `parent`, in one query."""
        found = {category.pk: category for category in self}
        for category in found.values():
            category.parent = found.get(category.parent_id)
        return found

    def with_children(self, slug):
        """One category with its `children_list`, in one query; 404 where there is none."""
        found = list(self.filter(Q(slug=slug) | Q(parent__slug=slug)).select_related("parent"))
        category = next((c for c in found if c.slug == slug), None)
        if category is None:
            raise Http404
        category.children_list = [c for c in found if c is not category]
        return category


class Category(SlugFromName, models.Model):
    """A section of the news; two levels."""

    name = TextLine("tên", max_length=100)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="thuộc chuyên mục",
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None},
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    description = TextLine("giới thiệu", max_length=300, blank=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyên mục"
        verbose_name_plural = "chuyên mục"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                "name", name="category_name_once", violation_error_message="Tên này đã có."
            ),
            models.CheckConstraint(
                name="category_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Chuyên mục không thể thuộc chính nó.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("news:category", self.slug)

    def clean(self):
        super().clean()
        if self.parent_id and (self.parent.parent_id or self.children.exists()):
            raise ValidationError({"parent": "Chuyên mục chỉ có hai cấp."})

    @property
    def family(self):
        """It and its subcategories; of one that has its `children_list`."""
        return [self, *self.children_list]

    def breadcrumbs(self):
        """The trail from home to this category."""
        steps = [self.parent, self] if self.parent else [self]
        return [HOME, *((step.name, step.get_absolute_url()) for step in steps)]


class Tag(SlugFromName, models.Model):
    name = TextLine("tên", max_length=100, unique=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)

    class Meta:
        verbose_name = "từ khóa"
        verbose_name_plural = "từ khóa"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("news:tag", self.slug)
