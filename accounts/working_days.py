"""Working days: Monday to Friday without the public holidays (Labour Code 2019, articles 111, 112),
and the Saturdays that the Government has worked in exchange."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
DAY = timedelta(days=1)
# By the solar calendar, so known for every year: (month, day). The days of the lunar calendar and
# the neighbour of 2 September, which is chosen each year, are rows of models.Holiday.
FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))


def fixed_holidays(years):
    return {date(year, month, day) for year in years for month, day in FIXED}


def with_substitutes(holidays):
    """A holiday at a weekend is made up for on the next working day."""
    off = set(holidays)
    for day in sorted(holidays):
        if day.weekday() >= SATURDAY:
            while day in off or day.weekday() >= SATURDAY:
                day += DAY
            off.add(day)
    return off


@dataclass(frozen=True)
class Calendar:
    """`off`: holidays with their substitutes; `worked`: days of a weekend on which offices work."""

    off: frozenset = frozenset()
    worked: frozenset = frozenset()

    @classmethod
    def of(cls, today, rows):
        """`rows`: (day, is_worked) of what is no rule; the years around today are known."""
        rows = list(rows)
        fixed = fixed_holidays(range(today.year - 1, today.year + 3))
        off = with_substitutes(fixed | {day for day, is_worked in rows if not is_worked})
        return cls(frozenset(off), frozenset(day for day, is_worked in rows if is_worked))

    def is_working(self, day):
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.off)

    def after(self, day, count):
        """The last day of a term of `count` working days that begins after `day`."""
        while count:
            day += DAY
            count -= self.is_working(day)
        return day

    def days_until(self, end, today):
        """Working days left from today to `end`; negative once it has passed."""
        if end < today:
            return -1
        days = (today + DAY * n for n in range(1, (end - today).days + 1))
        return sum(map(self.is_working, days))
