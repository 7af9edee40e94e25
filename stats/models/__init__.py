"""Visits, views and downloads: one row each when they happen, sums by day, figures once an hour."""

from stats.models.days import Day, DayVisitor, OriginDay, PageDay
from stats.models.hits import Hit
from stats.models.shown import MostRead, Period, VisitSummary

__all__ = [
    "Day",
    "DayVisitor",
    "Hit",
    "MostRead",
    "OriginDay",
    "PageDay",
    "Period",
    "VisitSummary",
]
