"""Ratings as they are given, and the figures on the pages, which follow once an hour.

A rating holds the key of a visitor's token (core/guard/visitors.py) and nothing else of them. The
figures stand in a table of their own, so that the snapshot leaves the articles alone.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models
from django.db.models import Count, Q, Sum

LEAST, MOST = 1, 5

# The snapshot: only what changed is written, so only that raises the edition.
TAKE = """
    INSERT INTO ratings_figure AS known (article_id, total, count)
    SELECT article_id, sum(score), count(*) FROM ratings_rating GROUP BY article_id
    ON CONFLICT (article_id) DO UPDATE SET total = excluded.total, count = excluded.count
    WHERE (known.total, known.count) IS DISTINCT FROM (excluded.total, excluded.count)
"""


class RatingQuerySet(models.QuerySet):
    def rate(self, article, visitor, score):
        """Keep a visitor's rating, in the place of the one that they gave before."""
        self.bulk_create(
            [Rating(article=article, visitor=visitor, score=score)],
            update_conflicts=True,
            unique_fields=["article", "visitor"],
            update_fields=["score", "at"],
        )

    def score_by(self, article, visitor):
        """What this visitor gave; None where they gave nothing."""
        return self.filter(article=article, visitor=visitor).values_list("score", flat=True).first()

    def figure_of(self, article):
        """The Figure as it is now; not saved."""
        sums = self.filter(article=article).aggregate(
            total=Sum("score", default=0), count=Count("*")
        )
        return Figure(article=article, **sums)


class Rating(models.Model):
    article = models.ForeignKey("news.Article", models.CASCADE, related_name="+")
    visitor = models.CharField("khách (đã băm)", max_length=64)
    score = models.PositiveSmallIntegerField(
        "số sao", validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)]
    )
    at = models.DateTimeField("lúc", auto_now=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = "đánh giá"
        verbose_name_plural = "đánh giá"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "visitor"], name="rating_one_a_visitor"),
            models.CheckConstraint(
                name="rating_score_in_range", condition=Q(score__range=(LEAST, MOST))
            ),
            models.CheckConstraint(name="rating_has_visitor", condition=~Q(visitor="")),
        ]

    def __str__(self):
        return f"{self.score} sao"


class FigureQuerySet(models.QuerySet):
    def take_snapshot(self):
        """Bring the figures on the pages up to date."""
        with connection.cursor() as cursor:
            cursor.execute(TAKE)


class Figure(models.Model):
    """What stands on the page of an article; an article that nobody rated has none."""

    article = models.OneToOneField(
        "news.Article", models.CASCADE, primary_key=True, related_name="rating_figure"
    )
    total = models.PositiveIntegerField("tổng số điểm")
    count = models.PositiveIntegerField("số đánh giá")

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = "điểm của bài viết"
        verbose_name_plural = "điểm của bài viết"
        default_permissions = ()

    def __str__(self):
        return f"{self.total} trong {self.count} đánh giá"

    @property
    def average(self):
        """With one decimal, as people read it; only where somebody rated."""
        return round(self.total / self.count, 1)

    @property
    def stars(self):
        """For each of the five, whether it is drawn full."""
        full = round(self.total / self.count) if self.count else 0
        return [star <= full for star in range(LEAST, MOST + 1)]


def figure_of(article):
    """The figure of the last snapshot; zeros where nobody rated. `article` selects it along."""
    return getattr(article, "rating_figure", None) or Figure(article=article, total=0, count=0)
