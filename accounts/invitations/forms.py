"""One person, or a file of them."""

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from accounts.invitations.columns import rows_of
from accounts.invitations.tables import LARGEST, TOO_LARGE, TableError, read_table
from accounts.invitations.usernames import free_username
from accounts.models import InvitationList, User
from accounts.roles import ADMINISTRATORS, LABELS


class InvitedForm(forms.ModelForm):
    """In the admin's place for a new account: nobody types a password for another."""

    class Meta:
        model = User
        fields = [
            *("full_name", "unit", "position", "phone", "email"),
            *("username", "valid_until", "groups"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = self.fields["groups"].required = True
        self.fields["username"].required = False
        self.fields["username"].help_text = "Bỏ trống: lấy theo họ tên, ví dụ nguyenvanan."

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("username") and cleaned.get("full_name"):
            names = User.objects.values_list("username", flat=True)
            taken = {name.lower() for name in names}
            cleaned["username"] = free_username(cleaned["full_name"], taken)
        return cleaned


class ListForm(forms.Form):
    file = forms.FileField(
        label="Tệp danh sách",
        help_text="Excel (.xlsx) hoặc CSV, tối đa 5 MB. Dòng đầu là tên cột: Họ và tên (bắt buộc), "
        "Đơn vị, Chức vụ, Điện thoại, Email, Vai trò, Hạn dùng, Tên đăng nhập.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
    role = forms.ModelChoiceField(
        Group.objects.none(),
        label="Vai trò khi dòng không ghi",
        empty_label=None,
        help_text="Vai trò Quản trị chỉ giao cho từng người.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = Group.objects.filter(name__in=LABELS).exclude(name=ADMINISTRATORS).order_by("pk")
        self.fields["role"].queryset = given
        self.fields["role"].label_from_instance = lambda group: LABELS[group.name]

    def clean_file(self):
        """The rows, in place of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(TOO_LARGE)
        try:
            self.rows, self.ignored = rows_of(read_table(file.read()))
        except TableError as error:
            raise ValidationError(str(error)) from error
        return file

    def keep(self, by):
        return InvitationList.objects.create(
            file_name=self.cleaned_data["file"].name[:200],
            role=self.cleaned_data["role"],
            rows=self.rows,
            ignored=self.ignored,
            made_by=by,
        )


class ConfirmForm(forms.Form):
    mail = forms.BooleanField(
        label="Gửi thư mời ngay cho những người có email", required=False, initial=True
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.EMAIL_HOST:
            del self.fields["mail"]
