"""The files of a publication as rows of its form."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from core.vietnamese import date_words
from files import gate
from files.models import StoredFile
from files.models.stored import RefusedFileError
from files.reading import ReadingError, check_name, kind_of
from files.storage import MAX_BYTES

SECRET, FREE = "secret", "free"
SECRECY = [
    ("", "Chưa khai báo"),
    (FREE, "Tôi khai báo: không có"),
    (SECRET, "Có bí mật nhà nước"),
]
DESTROYED = (
    "Tệp có bí mật nhà nước không được đưa lên trang này (Luật 117/2025). Tệp đã bị hủy, chỉ giữ "
    "lại mã kiểm tra."
)


class AttachmentForm(forms.ModelForm):
    """`upload` is judged before anything is kept; `person` is set by the inline."""

    person = None
    upload = forms.FileField(label="Tệp", required=False, help_text="PDF, Word, Excel … ≤ 100 MB.")
    secrecy = forms.ChoiceField(label="Bí mật nhà nước", choices=SECRECY, required=False)

    class Meta:
        fields = ["title", "position"]

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload is None:
            if not self.instance.pk:
                raise forms.ValidationError("Hãy chọn tệp.")
            return None
        if upload.size > MAX_BYTES:
            raise forms.ValidationError("Tệp quá lớn: tối đa 100 MB.")
        try:
            self.kind = kind_of(upload)
            upload.name = check_name(upload.name, self.kind)
        except ReadingError as error:
            raise forms.ValidationError(str(error)) from error
        return upload

    def clean(self):
        data = super().clean()
        if (upload := data.get("upload")) is not None:
            self.keep(upload, data.get("secrecy"))
        return data

    def keep(self, upload, secrecy):
        if secrecy == SECRET:
            StoredFile.objects.refuse_unseen(upload, self.kind, self.person)
            self.add_error("upload", DESTROYED)
            return
        try:
            self.stored = gate.take_in(upload, self.kind, self.person, declared=secrecy == FREE)
        except RefusedFileError as error:
            self.add_error("upload", str(error))

    def save(self, commit=True):
        """Row and file together: a row without its file is none."""
        row = super().save(commit=False)
        if self.cleaned_data["upload"] is not None:
            row.put(self.stored, self.cleaned_data["upload"].name)
        else:
            row.save()
            if self.cleaned_data["secrecy"] == FREE and row.stored.declared_at is None:
                row.stored.locked().declare(self.person)
        return row


class AttachmentInline(admin.StackedInline):
    form = AttachmentForm
    extra = 0
    fields = [("title", "position"), ("upload", "secrecy"), "facts"]
    readonly_fields = ["facts"]

    def get_queryset(self, request):
        return super().get_queryset(request).current().select_related("stored")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form = type("AttachmentForm", (formset.form,), {"person": request.user})
        return formset

    @admin.display(description="tệp hiện có")
    def facts(self, attachment):
        """Name, number, state, checksum, twins and earlier versions."""
        if not attachment.pk:
            return "–"
        stored = attachment.stored
        lines = [
            named(attachment, stored),
            format_html("Số {} · SHA-256 <code>{}</code>", attachment.number, stored.checksum),
            *(format_html("{}", text) for text in (stored.note, stored.error) if text),
            *(format_html("Cũng có ở: {}", twin.owner) for twin in attachment.twins()[:3]),
            *(
                format_html(
                    'Bản trước: <a href="{}?ban={}">{}</a>, thay lúc {}',
                    attachment.get_absolute_url(), old.pk, old.name, date_words(old.replaced_at),
                )
                for old in attachment.earlier_versions()[:5]
            ),
        ]  # fmt: skip
        return format_html_join(mark_safe("<br>"), "{}", ([line] for line in lines))


class FilesAdmin:
    """Mixed into the admin of a publication with files among its inlines: they stay with the
    original, since they change at once and not with the working copy."""

    def get_inlines(self, request, obj):
        if not (obj and obj.is_copy):
            return self.inlines
        return [inline for inline in self.inlines if not issubclass(inline, AttachmentInline)]


def named(attachment, stored):
    state = stored.get_state_display()
    if stored.state != StoredFile.State.CLEAR:
        return format_html("{} · <strong>{}</strong>", attachment.name, state)
    return format_html(
        '<a href="{}">{}</a> · {}', attachment.get_absolute_url(), attachment.name, state
    )
