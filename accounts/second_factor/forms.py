from math import ceil

from django import forms
from django.core.exceptions import ValidationError

from accounts.second_factor.models import step_of

WRONG = "Mã không đúng hoặc đã được dùng. Hãy đợi ứng dụng hiện mã mới rồi nhập lại."
WAIT = "Đã nhập sai nhiều lần. Hãy đợi %(seconds)d giây rồi nhập lại."


class CodeField(forms.CharField):
    def __init__(self, **kwargs):
        attrs = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        super().__init__(max_length=40, widget=forms.TextInput(attrs=attrs), **kwargs)


class CodeForm(forms.Form):
    """A code of the authenticator, or a recovery code."""

    code = CodeField(
        label="Mã xác thực",
        help_text="Sáu chữ số trong ứng dụng, hoặc một mã dự phòng đã in.",
    )

    def __init__(self, authenticator, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.authenticator = authenticator
        self.fields["code"].widget.attrs["autofocus"] = True

    def clean_code(self):
        if wait := ceil(self.authenticator.wait):
            raise ValidationError(WAIT, params={"seconds": wait})
        if not self.authenticator.accepts(self.cleaned_data["code"]):
            raise ValidationError(WRONG)
        return self.cleaned_data["code"]


class SignInCodeForm(CodeForm):
    remember = forms.BooleanField(
        label="Không hỏi mã trên thiết bị này trong 30 ngày", required=False
    )


class SetUpForm(forms.Form):
    """The first code of a new secret; `step` is the one it belongs to."""

    code = CodeField(label="Mã trong ứng dụng", help_text="Sáu chữ số.")

    def __init__(self, secret, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.secret, self.step = secret, None

    def clean_code(self):
        code = self.cleaned_data["code"].replace(" ", "")
        self.step = step_of(self.secret, code)
        if self.step is None:
            raise ValidationError(
                "Mã không đúng. Hãy xem đồng hồ của điện thoại có chạy đúng giờ không, rồi nhập "
                "mã mới."
            )
        return code
