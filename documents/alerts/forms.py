"""The form that asks for letters."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from documents.models import Document, Field, Kind


class SubscribeForm(forms.Form):
    email = forms.EmailField(
        label="Địa chỉ thư điện tử",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Chỉ dùng để gửi thư báo này; được xóa khi Ông (bà) thôi nhận.",
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()


def wanted(data):
    """What a form is about, as fields of a Subscription: the `loai`, `linh-vuc` or `van-ban`
    that the address names. Anything that the public may not see is not found."""
    if slug := data.get("loai"):
        return {"kind": get_object_or_404(Kind, slug=slug)}
    if slug := data.get("linh-vuc"):
        return {"field": get_object_or_404(Field, slug=slug)}
    number = data.get("van-ban", "")
    if number.isascii() and number.isdecimal() and len(number) < 18:
        return {"document": get_object_or_404(Document.objects.published(), pk=number)}
    raise Http404
