"""Dates and numbers in Vietnamese wording."""

from django import template

from core import vietnamese

register = template.Library()

register.filter("date_words", vietnamese.date_words)
register.filter("day_words", vietnamese.day_words)
register.filter("thousands", vietnamese.thousands)
