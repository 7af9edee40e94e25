from django import forms
from django.shortcuts import redirect, render

from accounts.limits import is_too_often
from accounts.links import secret_page
from accounts.models import AccountRequest
from accounts.models.requests import KEPT

MOST_WAITING = 500  # more than anybody would read: machines are at work
OFTEN = "Nơi này vừa gửi nhiều đề nghị. Xin thử lại sau một giờ, hoặc gọi điện cho Ban."
FULL = "Hiện có quá nhiều đề nghị chờ duyệt. Xin liên hệ trực tiếp với Ban."


class AccountRequestForm(forms.ModelForm):
    """`trap` is seen by machines alone; what falls into it is thanked and forgotten."""

    trap = forms.CharField(
        label="Xin để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = AccountRequest
        fields = ["full_name", "unit", "position", "phone", "email", "role", "words"]
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "unit": forms.TextInput(attrs={"autocomplete": "organization"}),
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "words": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "position": "Chức vụ (không bắt buộc)",
            "email": "Email (không bắt buộc)",
            "words": "Lời đề nghị (không bắt buộc)",
        }
        help_texts = {
            "email": "Thư mời sẽ tới đây; không có thì nhận phiếu.",
            "words": "Ví dụ: số quyết định công nhận báo cáo viên.",
        }


@secret_page
def ask(request):
    """Who already has an account is told nothing else than anybody."""
    form = AccountRequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["trap"]:
            return redirect("accounts:asked")
        if is_too_often(request, "account-request"):
            form.add_error(None, OFTEN)
        elif AccountRequest.objects.waiting().count() >= MOST_WAITING:
            form.add_error(None, FULL)
        else:
            form.save()
            return redirect("accounts:asked")
    return render(request, "accounts/ask.html", {"form": form, "kept_days": KEPT.days})


@secret_page
def asked(request):
    return render(request, "accounts/asked.html")
