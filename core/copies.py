"""Working copies: what is published is edited beside it, while the public sees the old text."""

from django.core.exceptions import ValidationError
from django.db import transaction

from core.records import StepRecord
from core.workflow import RefusedError

# What belongs to the row and not to its text.
OWN = {"status", "published_at", "withdrawal_note", "created_at", "updated_at"}


class HasCopies:
    """`original` is set in a working copy. There is at most one of an original (a constraint),
    and it is never public itself (another)."""

    @property
    def is_copy(self):
        return self.original_id is not None

    @property
    def is_original(self):
        return self.original_id is None

    @property
    def open_copy(self):
        """The working copy that is being edited, or None."""
        return type(self)._base_manager.filter(original=self.pk).first() if self.pk else None

    @classmethod
    def content_fields(cls):
        """The fields of the text: what a copy takes over and gives back."""
        return [
            field
            for field in cls._meta.concrete_fields
            if field.editable and not field.primary_key and not field.generated
            if field.name not in OWN
        ]

    def make_copy(self, by):
        """The working copy of this published item; made now if there is none."""
        with transaction.atomic():
            row = self.locked()
            if copy := row.open_copy:
                return copy
            if row.status != "published" or not row.allows(by, "change"):
                raise RefusedError("Chỉ bài đã đăng mới có bản sửa, do người có quyền sửa bài mở.")
            copy = type(self)(original=row, created_by=by, updated_by=by)
            copy.take_content(row)
            copy.remember(by, "Mở bản sửa", new=True)
        return copy

    def refuse_doubles(self):
        try:
            self.validate_constraints()
        except ValidationError as error:
            raise RefusedError(" ".join(error.messages)) from error

    def replace_original(self, step, by):
        """The public sees this text from the commit on. Called on a locked copy."""
        original = self.original.locked()
        if original.status != "published":
            raise RefusedError("Bài gốc không còn đăng trên trang; hãy sửa ngay bài gốc.")
        record = StepRecord.of(original, step, by, "")
        original.keep_stored()
        original.updated_by = by
        original.take_content(self)
        original.remember(by, step.label)
        StepRecord.objects.of(self).update(object_id=original.pk)
        self.delete()
        record.save()
        return record

    def discard(self, by):
        """Throw a working copy away; the published text stays as it is."""
        with transaction.atomic():
            row = self.locked()
            own = row.created_by_id == by.pk
            if not row.is_copy or not row.allows(by, "change"):
                raise RefusedError("Ông (bà) không có quyền bỏ bản sửa này.")
            if not own and not row.allows(by, "publish"):
                raise RefusedError("Chỉ người mở bản sửa hoặc thư ký mới bỏ được bản sửa này.")
            StepRecord.objects.of(row).delete()
            row.delete()
