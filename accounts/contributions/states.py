"""The states of a writer's articles, by the words that stand for them in an address."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import Now
from django.urls import reverse


class State(NamedTuple):
    word: str
    label: str
    condition: Q


STATES = [
    State("nhap", "Nháp", Q(status="draft")),
    State("tra-lai", "Trả lại", Q(status="returned")),
    State("cho-duyet", "Chờ duyệt", Q(status="submitted")),
    State("da-duyet", "Đã duyệt", Q(status="approved")),
    State("hen-gio", "Hẹn giờ", Q(status="published", published_at__gt=Now())),
    State("da-dang", "Đã đăng", Q(status="published", published_at__lte=Now())),
    State("da-go", "Đã gỡ", Q(status="withdrawn")),
    State("thung-rac", "Thùng rác", Q(status="binned")),
]
BY_WORD = {state.word: state for state in STATES}
BIN = BY_WORD["thung-rac"]


class Choice(NamedTuple):
    """A way to narrow the list down."""

    label: str
    count: int
    url: str
    current: bool


def choices(articles, current):
    """All, and each state that has articles or is the current one (None for all)."""
    counts = articles.aggregate(**{s.word: Count("pk", filter=s.condition) for s in STATES})
    url = reverse("contributions:list")
    everything = sum(counts.values()) - counts[BIN.word]
    return [
        Choice("Tất cả", everything, url, current is None),
        *(
            Choice(state.label, counts[state.word], f"{url}?xem={state.word}", state is current)
            for state in STATES
            if counts[state.word] or state is current
        ),
    ]
