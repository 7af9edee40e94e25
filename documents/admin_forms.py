"""The form of a paper in the admin."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from core.forms import PublicationForm
from documents.models import Document


class AbbreviatedSelect(forms.Select):
    """Tells the script that begins a symbol the abbreviation of each choice."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if instance := getattr(value, "instance", None):
            option["attrs"]["data-abbreviation"] = instance.abbreviation
        return option


class DocumentForm(PublicationForm):
    class Meta:
        model = Document
        fields = "__all__"
        widgets = {
            "kind": AbbreviatedSelect(attrs={"data-symbol-part": "kind"}),
            "issuer": AbbreviatedSelect(attrs={"data-symbol-part": "issuer"}),
            "symbol": forms.TextInput(attrs={"class": "vTextField", "data-symbol": ""}),
        }

    def clean(self):
        """A second paper of one identity is refused with a link to the first."""
        cleaned = super().clean()
        identity = {name: self.cleaned_data.get(name) for name in ("symbol", "kind", "issuer")}
        if all(identity.values()) and "issued_on" in self.cleaned_data:
            twins = Document.objects.twins_of(**identity, issued_on=self.cleaned_data["issued_on"])
            own = {self.instance.pk, self.instance.original_id} - {None}
            if first := twins.exclude(pk__in=own).first():
                self.add_error("symbol", refusal(first))
        return cleaned


def refusal(first):
    return format_html(
        "Đã có văn bản cùng số, ký hiệu, loại, cơ quan và ngày ban hành: "
        '<a href="{}">{} – {}</a> ({}).',
        reverse("admin:documents_document_change", args=[first.pk]),
        first.short_name,
        first.title,
        first.state_label,
    )
