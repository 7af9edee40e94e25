"""Forms that every publication shares."""

from django import forms

from core.compare import label, shown
from core.vietnamese import date_words


def without_maxlength(form):
    """Browsers cut what is pasted without a word; a message beside the field loses nothing."""
    for field in form.fields.values():
        field.widget.attrs.pop("maxlength", None)


class StepForm(forms.Form):
    """The words and the time that a step asks for; no fields where it asks for none."""

    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}), max_length=500
    )
    at = forms.DateTimeField(
        label="Đăng lúc",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Giờ Việt Nam. Để trống là đăng ngay; một lúc trong tương lai là hẹn giờ.",
    )

    def __init__(self, step, data=None):
        super().__init__(data)
        if step.asks:
            self.fields["words"].label = step.asks
            public = "Bạn đọc thấy ghi chú này khi mở lại trang."
            writer = "Người viết đọc lời này."
            self.fields["words"].help_text = public if step.name == "withdraw" else writer
        else:
            del self.fields["words"]
        if not step.takes_time:
            del self.fields["at"]

    def given(self):
        """The arguments of `Publication.take`."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class PublicationForm(forms.ModelForm):
    """Refuses a save on top of somebody else's newer one, and puts the two side by side."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    conflict = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def clean(self):
        cleaned = super().clean()
        opened, stored = self.cleaned_data.get("version"), self.instance.version
        if self.instance.pk and opened is not None and opened != stored:
            self.conflict = self.both_texts()
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = stored
            raise forms.ValidationError(
                "%(person)s đã lưu bản mới hơn lúc %(at)s trong khi Ông (bà) đang sửa. Hai bản "
                "nằm cạnh nhau dưới đây; chữ của Ông (bà) còn nguyên trong biểu mẫu. Lưu lần nữa "
                "là lấy bản trong biểu mẫu.",
                params={
                    "person": self.instance.updated_by or "Hệ thống",
                    "at": date_words(self.instance.updated_at),
                },
            )
        return cleaned

    def both_texts(self):
        """(label, what is stored, what was typed) of each field where they differ."""
        found = []
        for name in self.changed_data:
            if name in self._meta.fields:
                field = self.instance._meta.get_field(name)
                typed = self.cleaned_data.get(name, self[name].data)
                stored = shown(field, self.initial.get(name))
                found.append((label(field), stored, shown(field, typed)))
        return found
