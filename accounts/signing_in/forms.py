from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from accounts.signing_in import throttle

WRONG = (
    "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra chữ hoa, chữ thường và bộ gõ tiếng Việt."
)
LOCKED = (
    "Đã nhập sai nhiều lần từ nơi này. Hãy thử lại sau %(minutes)d phút, hoặc liên hệ người "
    "quản trị nếu Ông (bà) quên mật khẩu."
)


class SignInForm(AuthenticationForm):
    """The same words, after the same time, whether or not there is such a person."""

    def clean(self):
        if name := self.cleaned_data.get("username"):
            throttle.wait(name)
        return super().clean()

    def get_invalid_login_error(self):
        if getattr(self.request, "axes_locked_out", False):
            minutes = settings.AXES_COOLOFF_TIME.total_seconds() // 60
            return ValidationError(LOCKED, "locked", {"minutes": minutes})
        return ValidationError(WRONG, "invalid_login")
