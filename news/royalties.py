"""Royalties of a period, in exact decimals (Decree 18/2014): coefficient times the unit's value.

Co-authors share equally; what does not divide goes to the first. Whoever is named by text alone
is paid under that name. Withdrawn articles are reckoned, too, and marked: they were published,
and whether they are paid is the board's decision.
"""

from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import chain

from core.vietnamese import sort_key, tone_key
from news.models import Article

WRITER, PHOTOGRAPHER = "Tác giả", "Tác giả ảnh"
NOBODY = "(chưa ghi tác giả)"
HUNDREDTH, DONG = Decimal("0.01"), Decimal(1)
A_TIME = 500  # articles that are in memory at once


@dataclass(frozen=True)
class Line:
    """What one person gets for one article in one role."""

    article: Article
    name: str
    full_name: str
    role: str
    coefficient: Decimal
    amount: Decimal  # đồng
    notes: str


@dataclass
class Total:
    name: str = ""
    full_name: str = ""
    role: str = ""
    articles: int = 0
    coefficient: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)

    def add(self, line):
        self.full_name = self.full_name or line.full_name
        self.articles += 1
        self.coefficient += line.coefficient
        self.amount += line.amount


@dataclass
class Royalties:
    """Of the days from `start` to `end`, both included; `unit`: đồng for a coefficient of one.

    `lines()` reads the articles; `totals` and `whole` are complete once it has run through.
    """

    start: object
    end: object
    unit: int
    totals: dict = field(default_factory=dict)
    whole: Total = field(default_factory=Total)

    def articles(self):
        return Article.objects.came_out(self.start, self.end)

    def lines(self):
        found = self.articles().select_related("category", "genre").defer("body", "lead")
        people = found.prefetch_related("authors", "photographers")
        for article in people.iterator(chunk_size=A_TIME):
            for line in chain(self.for_text(article), self.for_pictures(article)):
                key = tone_key(line.name), line.role
                self.totals.setdefault(key, Total(line.name, role=line.role)).add(line)
                self.whole.add(line)
                yield line

    def for_text(self, article):
        usual = article.genre.usual_coefficient if article.genre else None
        own = article.coefficient
        return self.shared(article, WRITER, article.writers, usual if own is None else own)

    def for_pictures(self, article):
        usual = article.genre.usual_photo_coefficient if article.genre else None
        own = article.photo_coefficient
        takers = article.picture_takers
        if not takers and own is None:
            return []
        return self.shared(article, PHOTOGRAPHER, takers, usual if own is None else own)

    def shared(self, article, role, people, coefficient):
        """The lines of one article in one role; one for nobody where nobody is named."""
        notes = "; ".join(remarks(article, people, coefficient))
        whole = coefficient or Decimal(0)
        amount = (whole * self.unit).quantize(DONG, ROUND_HALF_UP)
        count = max(1, len(people))
        parts = zip(shares(whole, count, HUNDREDTH), shares(amount, count, DONG), strict=True)
        names = [named(credit) for credit in people] or [(NOBODY, "")]
        return [
            Line(article, *name, role, *part, notes)
            for name, part in zip(names, parts, strict=True)
        ]

    def in_order(self):
        """The Totals of all people, by their names."""
        return sorted(self.totals.values(), key=lambda total: (sort_key(total.name), total.role))


def shares(whole, count, step):
    """`count` equal parts in steps of `step` that make up the whole; the first has the rest."""
    each = (whole / count).quantize(step, ROUND_DOWN)
    return [whole - each * (count - 1), *[each] * (count - 1)]


def named(credit):
    return credit.name, credit.author.full_name if credit.author else ""


def remarks(article, people, coefficient):
    if coefficient is None:
        yield "Chưa có hệ số"
    if not people:
        yield "Chưa ghi tên người hưởng"
    if article.source:
        yield f"Lấy từ nguồn: {article.source}"
    if article.status == Article.Status.WITHDRAWN:
        yield "Đã gỡ khỏi trang"
