"""Questions of citizens, and the board's answers.

A question is a publication: it is answered, approved and published by the steps of the house. Who
asked stands in a row of its own, with the words as they came, and is deleted after a while.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from core.fields import PlainText, RichText, TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, SlugFromName, step_permissions
from core.searching import search_column
from feedback.codes import grouped, new_code
from feedback.models.contacts import kept_since

NEEDS_ANSWER = {"approve", "publish", "replace"}


class Subject(SlugFromName, models.Model):
    name = TextLine("tên", max_length=100, unique=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "lĩnh vực hỏi đáp"
        verbose_name_plural = "lĩnh vực hỏi đáp"
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('feedback:questions')}?linh-vuc={self.slug}"


class QuestionQuerySet(PublicationQuerySet):
    def for_list(self):
        return self.select_related("subject").defer("search")

    def waiting(self):
        """Sent by citizens, and nobody has taken a step yet."""
        return self.filter(status="draft", created_by=None, original=None)


class Question(Publication):
    SLUG_FALLBACK = "cau-hoi"

    subject = models.ForeignKey(
        Subject,
        models.PROTECT,
        verbose_name="lĩnh vực",
        null=True,
        blank=True,
        related_name="questions",
    )
    text = PlainText(
        "nội dung câu hỏi",
        help_text="Bạn đọc thấy nội dung này khi đăng. Bỏ tên, số điện thoại của người khác.",
    )
    asked_by = TextLine(
        "tên người hỏi khi đăng",
        max_length=100,
        blank=True,
        help_text="Chỉ ghi khi người hỏi đồng ý; để trống thì ghi “Bạn đọc”.",
    )
    asked_at = models.DateTimeField("hỏi lúc", default=timezone.now, editable=False)
    code = models.CharField(
        "mã tra cứu", max_length=16, unique=True, default=new_code, editable=False
    )
    answer = RichText("trả lời", blank=True)
    answered_by = TextLine("đơn vị trả lời", max_length=150, blank=True)
    note = PlainText(
        "lời nhắn cho người hỏi",
        max_length=2000,
        blank=True,
        help_text="Chỉ người có mã tra cứu đọc được: lý do không đăng, nơi tiếp nhận đúng …",
    )
    search = search_column("title", "text", "answer")

    objects = QuestionQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original", "code", "asked_at"],
        verbose_name="phiên bản hỏi đáp",
        verbose_name_plural="phiên bản hỏi đáp",
    )

    class Meta(Publication.Meta):
        verbose_name = "hỏi đáp"
        verbose_name_plural = "hỏi đáp"
        permissions = step_permissions("question", "hỏi đáp")
        indexes = [
            *Publication.Meta.indexes,
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                name="question_newest",
                condition=Q(status="published"),
            ),
            GinIndex("search", name="question_search"),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="question_published_is_answered",
                condition=~Q(status="published") | ~Q(answer=""),
                violation_error_message="Hỏi đáp đã đăng phải có trả lời.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("feedback:question", args=[self.slug, self.pk])

    def get_receipt_url(self):
        return f"{reverse('feedback:receipt')}?ma={self.code}"

    @property
    def code_words(self):
        return grouped(self.code)

    @property
    def signature(self):
        """Who asks, as the public reads it."""
        return self.asked_by or "Bạn đọc"

    def refusal(self, step, person):
        found = super().refusal(step, person)
        if not found and step.name in NEEDS_ANSWER and not self.answer:
            return "Hãy viết trả lời và lưu trước."
        return found


class AskerQuerySet(models.QuerySet):
    def over(self):
        """Whose time with us has passed."""
        return self.filter(question__asked_at__lt=kept_since())

    def with_address(self):
        return self.exclude(email="").select_related("question")


class Asker(models.Model):
    """Who asked, for those who answer alone."""

    question = models.OneToOneField(
        Question, models.CASCADE, verbose_name="câu hỏi", related_name="asker"
    )
    name = TextLine("họ và tên", max_length=100)
    email = models.EmailField("email", blank=True)
    phone = TextLine("điện thoại", max_length=30, blank=True)
    words = PlainText("nguyên văn")
    told = models.CharField("đã báo tin", max_length=64, blank=True, editable=False)

    objects = AskerQuerySet.as_manager()

    class Meta:
        verbose_name = "người hỏi"
        verbose_name_plural = "người hỏi"
        default_permissions = ()

    def __str__(self):
        return self.name
