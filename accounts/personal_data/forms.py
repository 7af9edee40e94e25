from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from accounts.models import DataRequest, User
from accounts.models.people import EMAIL_TAKEN


class OwnFactsForm(forms.ModelForm):
    """What a person changes alone. An e-mail address, to which links go, asks for the password;
    where letters can be sent it counts once its link was opened."""

    email = forms.EmailField(
        label="Email",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    current_password = forms.CharField(
        label="Mật khẩu hiện tại",
        required=False,
        strip=False,
        help_text="Chỉ cần khi đổi email.",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    class Meta:
        model = User
        fields = ["unit", "position", "phone"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].initial = self.instance.email
        if settings.EMAIL_HOST:
            self.fields["email"].help_text = "Địa chỉ mới được dùng sau khi mở thư xác nhận."

    @property
    def new_email(self):
        """The address to come, lower case; None where it stays."""
        email = self.cleaned_data.get("email", "").lower()
        return email if email != self.instance.email.lower() else None

    def clean(self):
        cleaned = super().clean()
        if "email" in self.errors or self.new_email is None:
            return cleaned
        if not self.instance.check_password(cleaned.get("current_password", "")):
            self.add_error("current_password", "Mật khẩu không đúng.")
        taken = User.objects.filter(email__iexact=self.new_email).exclude(pk=self.instance.pk)
        if not settings.EMAIL_HOST and self.new_email and taken.exists():
            self.add_error("email", EMAIL_TAKEN)
        return cleaned


class DataRequestForm(forms.ModelForm):
    class Meta:
        model = DataRequest
        fields = ["kind", "words"]
        widgets = {"words": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "words": "Đính chính: ghi rõ mục nào sai và nội dung đúng. Xóa: không cần ghi lý do."
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == DataRequest.Kind.CORRECTION and not cleaned.get("words"):
            self.add_error("words", "Hãy ghi nội dung cần đính chính.")
        if self.instance.asked_by.data_requests.waiting().filter(kind=cleaned.get("kind")).exists():
            raise ValidationError("Yêu cầu này của Ông (bà) đang được xử lý.")
        return cleaned
