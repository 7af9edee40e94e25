"""Versions: what a publication said after every save, and who saved it.

django-simple-history writes them, but only when `remember` asks for it: its signals would write
one for each row of an import, and a version before the tags of the same save are stored.
"""

from django.db import models, transaction
from simple_history.models import HistoricalRecords

from core.vietnamese import date_words
from core.workflow import RefusedError

BOOKKEEPING = {"updated_at", "updated_by"}


class Versions(HistoricalRecords):
    """`excluded_fields`: counters, generated columns, the row's own book-keeping."""

    def __init__(self, **options):
        reason = models.CharField("lý do", max_length=200, default="")
        super().__init__(history_change_reason_field=reason, **options)

    def post_save(self, instance, created, using=None, **kwargs):
        """Nothing: see `HasVersions.remember`."""

    def m2m_changed(self, instance, action, attr, pk_set, reverse, **kwargs):
        """Nothing, as above."""

    def get_change_reason_for_object(self, instance, history_type, using):
        return super().get_change_reason_for_object(instance, history_type, using) or ""

    def add_extra_methods(self, cls):
        super().add_extra_methods(cls)
        cls.write_version = lambda row, kind: self.create_historical_record(row, kind)


def linked(row, field):
    """The ids that a row, or a version of one, has in a many-to-many field."""
    other = field.m2m_reverse_field_name()
    if isinstance(row, field.model):
        through = field.remote_field.through._base_manager
        rows = through.filter(**{field.m2m_field_name(): row.pk})
    else:
        rows = getattr(row, field.name).all()
    return sorted(rows.values_list(f"{other}_id", flat=True))


class HasVersions:
    """A publication whose versions are kept in `history`."""

    def remember(self, by, why="", *, new=False):
        """Write a version of what is stored now."""
        self._history_user, self._change_reason = by, why[:200]
        self.write_version("+" if new else "~")

    def keep_stored(self):
        """Write a version of a row that was written without one: by an import, by SQL.

        Called before the first later change, on a row that is as it is stored.
        """
        newest = self.history.first()
        if newest is None or self.told_by(newest) != self.told_by(self):
            dates = [self.updated_at, *([newest.history_date] if newest else [])]
            self._history_date = max(dates)
            self.remember(None, "Như đã lưu trước lần sửa này", new=newest is None)
            del self._history_date

    def told_by(self, row):
        """All that a version tells, of this row or of a version of it."""
        fields = [f for f in self.history.model.tracked_fields if f.name not in BOOKKEEPING]
        links = [linked(row, field) for field in self._meta.many_to_many]
        return [*(getattr(row, field.attname) for field in fields), *links]

    def take_content(self, other):
        """Say what another row of the same model says, or a version of one; and be saved."""
        for field in self.content_fields():
            value = getattr(other, field.attname)
            if not field.is_relation or value is None or exists(field, value):
                setattr(self, field.attname, value)
        self.refuse_doubles()
        self.save()
        for field in self._meta.many_to_many:
            found = field.related_model._base_manager.filter(pk__in=linked(other, field))
            getattr(self, field.name).set(found)

    def restore(self, version, by):
        """Say again what an earlier version said, as a new version."""
        with transaction.atomic():
            row = self.locked()
            if not row.may_be_edited_by(by):
                raise RefusedError("Ông (bà) không được sửa bài này ở trạng thái hiện nay.")
            row.keep_stored()
            row.updated_by = by
            row.take_content(version)
            row.remember(by, f"Khôi phục phiên bản {date_words(version.history_date)}")


def exists(field, value):
    return field.related_model._base_manager.filter(pk=value).exists()
