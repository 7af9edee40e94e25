"""The ballot as it is filled in."""

from django import forms
from django.core.exceptions import ValidationError

from core.guard.forms import GuardedForm
from core.guard.limits import Limits

LONGEST = 300


class BallotForm(forms.Form):
    """`chon`: the choices; `y_kien`: the words of “ý kiến khác”, where the poll has it.

    `poll` is one of `for_list`.
    """

    chon = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": "Xin chọn một phương án."}
    )
    y_kien = forms.CharField(
        label="Ý kiến khác của Ông (bà)",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, poll, **kwargs):
        super().__init__(*args, **kwargs)
        self.poll = poll
        self.fields["chon"].choices = [(c.pk, c.text) for c in poll.choice_list]
        self.other = next((c for c in poll.choice_list if c.is_other), None)
        if self.other is None:
            del self.fields["y_kien"]

    @property
    def picked(self):
        """The ids that are ticked as the form is shown."""
        values = self["chon"].value() or []
        return {int(value) for value in values if str(value).isdecimal()}

    def clean_chon(self):
        chosen = sorted(set(self.cleaned_data["chon"]))
        if len(chosen) > self.poll.most:
            raise ValidationError(f"Chỉ chọn nhiều nhất {self.poll.most} phương án.")
        return chosen

    def clean(self):
        data = super().clean()
        if self.other is None or "chon" not in data:
            return data
        takes_other, words = self.other.pk in data["chon"], data.get("y_kien", "").strip()
        if takes_other and not words and "y_kien" not in self.errors:
            self.add_error("y_kien", "Xin ghi ý kiến của Ông (bà).")
        if words and not takes_other:
            self.add_error("y_kien", f"Xin chọn “{self.other}”, hoặc xóa ý kiến đã ghi.")
        return data

    def ballot(self):
        """The arguments of `casting.cast`."""
        return {"chosen": self.cleaned_data["chon"], "words": self.cleaned_data.get("y_kien", "")}

    def admit(self, write):
        """As the guard's, for members, who need none."""
        try:
            write()
        except ValidationError as refusal:
            self.add_error(None, refusal)
            return False
        return True


class VisitorsBallotForm(GuardedForm, BallotForm):
    """Of a poll for everybody. Bursts are shown to editors (polls/bursts.py); refused is only
    what hundreds in an office would not send either."""

    guard_limits = Limits(proven=1000, plain=10)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.guard_name = guard_name(self.poll)


def guard_name(poll):
    return f"poll-{poll.pk}"
