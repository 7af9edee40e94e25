"""Relations and change notes on the admin page of a paper."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from documents.models import ChangeNote, Relation


class RelationForm(forms.ModelForm):
    class Meta:
        model = Relation
        fields = ["kind", "target"]

    def clean_target(self):
        target = self.cleaned_data["target"]
        if target.is_copy:
            raise forms.ValidationError("Hãy chọn văn bản gốc, không chọn bản sửa.")
        if self.instance.source_id and target.pk == self.instance.source.original_id:
            raise forms.ValidationError("Một văn bản không có quan hệ với chính nó.")
        return target

    def _post_clean(self):
        """Django leaves the paper that the row belongs to out of what it validates, and with it
        every rule about both papers."""
        super()._post_clean()
        if self.instance.source_id and not self.errors:
            try:
                self.instance.validate_constraints()
            except forms.ValidationError as error:
                self.add_error(None, error)


class RelationFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """The database refuses a double; here it gets words, before anything is saved."""
        super().clean()
        kept = [form.cleaned_data for form in self.forms if form not in self.deleted_forms]
        pairs = [(data.get("kind"), data["target"]) for data in kept if data.get("target")]
        if len(pairs) != len(set(pairs)):
            raise forms.ValidationError("Một quan hệ với cùng một văn bản chỉ ghi một lần.")


class RelationInline(admin.StackedInline):
    model = Relation
    form = RelationForm
    formset = RelationFormSet
    fk_name = "source"
    autocomplete_fields = ["target"]
    fields = [("kind", "target")]
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "target":  # a slip in this row must not change another paper
            field.widget.can_add_related = field.widget.can_change_related = False
        return field


class ChangeNoteInline(admin.StackedInline):
    model = ChangeNote
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "text":
            field.widget.attrs |= {"rows": 2}
        return field


def incoming_list(document):
    """What other papers say of this one, to read here and to change there."""
    incoming = document.incoming.filter(source__original=None) if document.pk else []
    rows = [
        (
            Relation.REVERSE[relation.kind],
            reverse("admin:documents_document_change", args=[relation.source_id]),
            relation.source,
            relation.source.state_label,
        )
        for relation in (incoming.select_related("source") if incoming else [])
    ]
    lines = format_html_join("", '<li>{} <a href="{}">{}</a> ({})</li>', rows)
    return format_html("<ul>{}</ul>", lines) if rows else "Chưa có."
