"""The mixin of every form that anybody may send; core/guard/__init__.py shows its use."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from core.guard import proof
from core.guard.limits import Limits, count
from core.guard.networks import network_of

TRAPPED = (
    "Một ô dành riêng cho máy đã bị điền, có lẽ do trình duyệt tự điền. Ô ấy nay đã trống, xin gửi "
    "lại."
)
OVER = (
    "Phần kiểm tra tự động đã hết hạn hoặc đã dùng một lần. Những gì Ông (bà) nhập vẫn còn, xin "
    "gửi lại."
)
PROVEN_FULL = (
    "Trong giờ này, nơi Ông (bà) truy cập đã gửi quá nhiều. Những gì Ông (bà) nhập vẫn còn, xin "
    "gửi lại sau một giờ."
)
PLAIN_FULL = (
    "Trong giờ này, nơi Ông (bà) truy cập đã gửi quá nhiều biểu mẫu không qua kiểm tra tự động. "
    "Xin bật JavaScript rồi gửi lại, hoặc chờ một giờ."
)


class GuardedForm(forms.Form):
    """Comes before forms.ModelForm among the bases. `guard_name` names what is counted together:
    one form, or one thing that the form is about."""

    guard_name = ""
    guard_limits = Limits()

    proof = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"data-guard-proof": ""}), label=""
    )
    trap = forms.CharField(
        required=False,
        label="Xin để trống ô này",
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.given_proof = None

    @property
    def is_proven(self):
        return self.given_proof is not None

    def clean_proof(self):
        text = self.cleaned_data["proof"]
        if text:
            self.given_proof = proof.read(text)
            if self.given_proof is None:
                self.add_error(None, OVER)
        return text

    def clean_trap(self):
        if self.cleaned_data["trap"]:
            self.add_error(None, TRAPPED)
        return ""

    def admit(self, write):
        """Call `write` if the guard lets this valid form pass, all in one transaction. What it
        returned, or True; False with an error in the form where the guard refuses.

        `write` may raise ValidationError: nothing is spent or counted then, either.
        """
        try:
            with transaction.atomic():
                self.pass_guard()
                return write() or True
        except ValidationError as refusal:
            self.add_error(None, refusal)
            return False

    def pass_guard(self):
        if self.is_proven and not self.given_proof.spend():
            raise ValidationError(OVER)
        most = self.guard_limits.of(is_proven=self.is_proven)
        network = network_of(self.request)
        if not count(self.guard_name, network, is_proven=self.is_proven, most=most):
            raise ValidationError(PROVEN_FULL if self.is_proven else PLAIN_FULL)
