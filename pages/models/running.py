"""What stands around the pages for a time: slogans, banners, notices, slides, picture links."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.fields import TextLine
from core.web_addresses import Link, is_link
from library.models import Picture
from news.models import Article


class RunningQuerySet(models.QuerySet):
    def running(self):
        """Those whose time it is, by the clock that the edition looks at."""
        begun, over = Q(starts_at=None) | Q(starts_at__lte=Now()), Q(ends_at__lte=Now())
        return self.filter(begun).exclude(over)

    def newest_first(self):
        """What began last stands first, what has no beginning last."""
        return self.order_by(F("starts_at").desc(nulls_last=True), "-id")


class Running(models.Model):
    """A row with a beginning and an end, each of which may be open."""

    starts_at = models.DateTimeField(
        "từ lúc", null=True, blank=True, help_text="Bỏ trống: ngay bây giờ."
    )
    ends_at = models.DateTimeField(
        "đến lúc", null=True, blank=True, help_text="Bỏ trống: cho đến khi xóa dòng này."
    )

    objects = RunningQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_start",
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            )
        ]


class Slogan(Running):
    """Of those that run, the one that began last stands on every page."""

    text = TextLine("khẩu hiệu", max_length=300)

    class Meta(Running.Meta):
        verbose_name = "khẩu hiệu"
        verbose_name_plural = "khẩu hiệu"

    def __str__(self):
        return self.text


class Banner(Running):
    """The picture in the header (ảnh cờ động); of those that run, the one that began last."""

    picture = models.ForeignKey(Picture, models.PROTECT, verbose_name="ảnh", related_name="+")
    alt = TextLine(
        "mô tả cho người không thấy ảnh",
        max_length=300,
        help_text="Nói điều ảnh cho thấy, ví dụ “Cờ Đảng và cờ Tổ quốc tung bay”.",
    )

    class Meta(Running.Meta):
        verbose_name = "ảnh cờ động"
        verbose_name_plural = "ảnh cờ động"

    def __str__(self):
        return self.alt


class Notice(Running):
    """Urgent news across every page: a storm, a changed hour. Each has an end."""

    text = TextLine("nội dung", max_length=300)
    address = Link("địa chỉ", blank=True, help_text="Mở khi bấm vào; có thể bỏ trống.")

    class Meta(Running.Meta):
        verbose_name = "tin khẩn"
        verbose_name_plural = "tin khẩn"
        constraints = [
            *Running.Meta.constraints,
            is_link("notice_address_is_a_link"),
            models.CheckConstraint(
                name="notice_ends",
                condition=Q(ends_at__isnull=False),
                violation_error_message="Tin khẩn phải có lúc kết thúc.",
            ),
        ]

    def __str__(self):
        return self.text


class SlideQuerySet(RunningQuerySet):
    def shown(self):
        """Those that run; one of an article only while anybody may see the article."""
        public = Q(article=None) | Q(article__in=Article.objects.published())
        return self.running().filter(public).select_related("article__category")


class Slide(Running):
    """A title of the strip under the header of the home page: an article, or words and where
    they lead."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name="bài viết", null=True, blank=True, related_name="+"
    )
    title = TextLine("chữ", max_length=200, blank=True, help_text="Bỏ trống: tiêu đề của bài viết.")
    address = Link("địa chỉ", blank=True, help_text="Khi không chọn bài viết.")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = SlideQuerySet.as_manager()

    class Meta(Running.Meta):
        verbose_name = "tin chạy đầu trang"
        verbose_name_plural = "tin chạy đầu trang"
        ordering = ["position", "id"]
        constraints = [
            *Running.Meta.constraints,
            is_link("slide_address_is_a_link"),
            models.CheckConstraint(
                name="slide_leads_to_one",
                condition=Q(article__isnull=False, address="")
                | (Q(article__isnull=True) & ~Q(address="") & ~Q(title="")),
                violation_error_message="Hãy chọn một bài viết, hoặc ghi chữ và địa chỉ.",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def words(self):
        return self.title or (self.article.title if self.article else "")

    @property
    def url(self):
        return self.article.get_absolute_url() if self.article else self.address


class PictureLink(Running):
    """A picture that leads to another site (báo chí, Trường Sa, sách lý luận…)."""

    title = TextLine("tên", max_length=100, help_text="Chữ hiện dưới ảnh.")
    picture = models.ForeignKey(
        Picture, models.PROTECT, verbose_name="ảnh", null=True, blank=True, related_name="+"
    )
    alt = TextLine(
        "mô tả cho người không thấy ảnh",
        max_length=300,
        blank=True,
        help_text="Cần có khi có ảnh: nói ảnh cho thấy gì và dẫn tới đâu.",
    )
    address = Link("địa chỉ")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta(Running.Meta):
        verbose_name = "liên kết ảnh"
        verbose_name_plural = "liên kết ảnh"
        ordering = ["position", "id"]
        constraints = [
            *Running.Meta.constraints,
            is_link("picture_link_address_is_a_link"),
            models.CheckConstraint(
                name="picture_link_is_described",
                condition=Q(picture__isnull=True) | ~Q(alt=""),
                violation_error_message="Ảnh cần có mô tả cho người không thấy ảnh.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.picture_id and not self.alt:
            raise ValidationError({"alt": "Ảnh cần có mô tả cho người không thấy ảnh."})
