"""The form with the five stars."""

from django import forms
from django.core.exceptions import ValidationError

from core.guard import visitors
from core.guard.forms import GuardedForm
from core.guard.limits import Limits
from stats.ratings.models import Rating

WORDS = {
    1: "1 sao, kém",
    2: "2 sao, chưa tốt",
    3: "3 sao, khá",
    4: "4 sao, hay",
    5: "5 sao, rất hay",
}


class RatingForm(GuardedForm):
    guard_limits = Limits(proven=300, plain=5)

    score = forms.TypedChoiceField(
        label="Ông (bà) chấm bài viết này mấy sao?",
        choices=list(WORDS.items()),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn số sao."},
    )

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article
        self.guard_name = f"rating-{article.pk}"
        self.visitor = visitors.key(self.request, self.guard_name)
        self.own = Rating.objects.score_by(article, self.visitor)
        self.initial.setdefault("score", self.own)

    def save(self):
        if not self.visitor:
            raise ValidationError(visitors.NO_COOKIE)
        Rating.objects.rate(self.article, self.visitor, self.cleaned_data["score"])
