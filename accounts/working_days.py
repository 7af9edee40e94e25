"""Monday to Friday. Public holidays are not known: the term then ends a little before the law's,
which harms nobody."""

from datetime import timedelta

SATURDAY = 5


def working_days_after(day, count):
    """The last day of a term of `count` working days that begins after `day`."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def days_until(end, today):
    """Working days left from today to `end`; negative once it has passed."""
    if end < today:
        return -1
    days = (today + timedelta(days=n) for n in range(1, (end - today).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)
