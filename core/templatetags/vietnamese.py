"""Dates and numbers as Vietnamese readers know them; nothing for what is missing."""

from django import template

from core import vietnamese

register = template.Library()


@register.filter
def date_words(moment):
    """Thứ ba - 12/10/2021 09:05."""
    return vietnamese.date_words(moment) if moment else ""


@register.filter
def day_words(day):
    """28/12/2017."""
    return vietnamese.day_words(day) if day else ""


@register.filter
def machine_time(moment):
    """2017-12-28T09:05:00+07:00; of a day 2017-12-28."""
    return vietnamese.machine_time(moment) if moment else ""


@register.filter
def weekday_words(day):
    """Thứ ba."""
    return vietnamese.WEEKDAYS[day.weekday()] if day else ""


@register.filter
def long_day_words(day):
    """ngày 28 tháng 8 năm 2020."""
    return vietnamese.long_day_words(day) if day else ""


@register.filter
def thousands(number):
    """1.846."""
    return "" if number is None else vietnamese.thousands(number)


@register.filter
def together(name):
    """A board's name whose words of one thing stay on one line: Dân vận, Tỉnh ủy, Sơn Hải."""
    return vietnamese.together(name)
