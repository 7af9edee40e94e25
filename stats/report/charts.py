"""Charts as SVG that the server draws: geometry here, marks in templates/admin/stats/chart.html."""

from dataclasses import dataclass
from itertools import cycle, groupby
from typing import NamedTuple

from core.vietnamese import day_words, thousands

WIDTH, HEIGHT = 960, 280
LEFT, RIGHT, TOP, BOTTOM = 64, 8, 12, 32
LABELS = 8  # days that are written below the bars
BY_DAY, BY_WEEK = 62, 400  # as many days at most


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    words: str


@dataclass
class Chart:
    title: str
    summary: str
    bars: list
    grid: list  # (y, words) of each line
    labels: list  # (x, words) below the bars
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


def of_days(report):
    """Views by day; by week or month where the days are many."""
    groups = grouped(report.days)
    counts = [(words, sum(day.views for day in days)) for words, days in groups]
    most = max(count for _, count in counts)
    top, step = scale(most)
    room = (WIDTH - LEFT - RIGHT) / len(counts)
    return Chart(
        title=f"Lượt truy cập {report.span}",
        summary=summary(counts),
        bars=[bar(place, words, count, top, room) for place, (words, count) in enumerate(counts)],
        grid=[(height_of(value, top), thousands(value)) for value in range(0, top + 1, step)],
        labels=labels(counts, room),
    )


def grouped(days):
    """(words, days) of each day, week (by its Monday) or month."""
    if len(days) <= BY_DAY:
        return [(day_words(day.day), [day]) for day in days]
    if len(days) <= BY_WEEK:
        key = lambda day: f"tuần {day.day:%V}/{day.day:%G}"  # noqa: E731
    else:
        key = lambda day: f"tháng {day.day:%m/%Y}"  # noqa: E731
    return [(words, list(some)) for words, some in groupby(days, key)]


def scale(most):
    """Top of the chart and distance of its lines: 1, 2, 5, 10, 20 … with at most five lines."""
    step, factors = 1, cycle((2, 2.5, 2))
    while step * 5 < most:
        step = int(step * next(factors))
    return step * max(-(-most // step), 1), step


def height_of(count, top):
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * count / top, 1)


def bar(place, words, count, top, room):
    y = height_of(count, top)
    gap = min(room * 0.2, 4)
    return Bar(
        x=round(LEFT + place * room + gap / 2, 1),
        y=y,
        width=round(room - gap, 1),
        height=round(HEIGHT - BOTTOM - y, 1),
        words=f"{words}: {thousands(count)} lượt",
    )


def labels(counts, room):
    every = -(-len(counts) // LABELS)
    return [
        (round(LEFT + (place + 0.5) * room, 1), short(words))
        for place, (words, _) in enumerate(counts)
        if place % every == 0
    ]


def short(words):
    """28/12 of 28/12/2017; weeks and months as they are."""
    return words if " " in words else words[:5]


def summary(counts):
    """What the chart says, for who does not see it."""
    most, least = max(counts, key=lambda c: c[1]), min(counts, key=lambda c: c[1])
    return (
        f"Cao nhất {most[0]}: {thousands(most[1])} lượt; "
        f"thấp nhất {least[0]}: {thousands(least[1])} lượt. Số liệu đầy đủ ở bảng bên dưới."
    )
