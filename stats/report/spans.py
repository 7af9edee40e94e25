"""Days from one to another, and as many before them to compare with."""

from datetime import date, timedelta
from typing import NamedTuple

from django import forms
from django.utils.timezone import localdate

from core.vietnamese import day_words

LONGEST = 5 * 366  # days
ISO = "%Y-%m-%d"


class Span(NamedTuple):
    start: date
    end: date

    def __str__(self):
        return f"{day_words(self.start)} – {day_words(self.end)}"

    @property
    def days(self):
        return [self.start + timedelta(days=n) for n in range((self.end - self.start).days + 1)]

    @property
    def before(self):
        """As many days, up to the one before the first."""
        end = self.start - timedelta(days=1)
        return Span(end - (self.end - self.start), end)

    @property
    def query(self):
        return f"tu={self.start:{ISO}}&den={self.end:{ISO}}"


def usual():
    """(label, span) of what is asked for most."""
    today = localdate()
    month = today.replace(day=1)
    last = month - timedelta(days=1)
    return [
        ("7 ngày", Span(today - timedelta(days=6), today)),
        ("30 ngày", Span(today - timedelta(days=29), today)),
        ("Tháng này", Span(month, today)),
        ("Tháng trước", Span(last.replace(day=1), last)),
        ("Năm nay", Span(today.replace(month=1, day=1), today)),
    ]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format=ISO)


class SpanForm(forms.Form):
    """Without anything chosen, the last thirty days."""

    tu = forms.DateField(label="Từ ngày", input_formats=[ISO, "%d/%m/%Y"], widget=DayInput())
    den = forms.DateField(label="Đến hết ngày", input_formats=[ISO, "%d/%m/%Y"], widget=DayInput())

    def clean(self):
        given = super().clean()
        if {"tu", "den"} <= given.keys():
            if given["tu"] > given["den"]:
                self.add_error("den", "Ngày cuối phải sau ngày đầu.")
            elif (given["den"] - given["tu"]).days >= LONGEST:
                self.add_error("tu", "Xin chọn không quá 5 năm.")
            elif given["tu"].year < 2000 or given["den"].year > 2100:
                self.add_error("tu", "Ngày này không có số liệu.")
        return given

    @classmethod
    def of(cls, told):
        """The form and the span to be shown: the usual one where the form has errors."""
        _, usually = usual()[1]
        if not {"tu", "den"} & told.keys():
            return cls(initial={"tu": usually.start, "den": usually.end}), usually
        form = cls(told)
        if form.is_valid():
            return form, Span(form.cleaned_data["tu"], form.cleaned_data["den"])
        return form, usually
