"""Forms and their inline rows with what was typed before in the place of what is stored.

Nothing of it is stored or checked before its person saves. Files are never among what was typed.
"""

import re

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, TextField

from core.compare import text_of_blocks
from core.fields import RichText

ROW = re.compile(r"(.+)-(\d{1,4})-(\w+)")


def fill(form, names, typed, prefix=""):
    """Show in these fields what was typed under their names after `prefix`."""
    for name in names:
        widget = form.fields[name].widget
        if widget.needs_multipart_form or widget.value_omitted_from_data(typed, {}, prefix + name):
            continue
        form.initial[name] = widget.value_from_datadict(typed, {}, prefix + name)


def with_typed(form_class, typed):
    class TypedForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            fill(self, self.fields, typed)

    return TypedForm


def with_typed_rows(formset_class, typed):
    """Rows that are still stored show what was typed in them; all others that hold anything come
    back as new rows, those that somebody deleted meanwhile among them."""

    class TypedFormSet(formset_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            stored = {str(row.pk) for row in self.get_queryset()}
            pks = {row: typed.get(f"{row}-{self.pk_name}") for row in rows_of(self, typed)}
            self.known = {pk: row for row, pk in pks.items() if pk in stored}
            others = (row for row, pk in pks.items() if pk not in stored)
            self.new = [row for row in others if holds_anything(self, typed, row)]
            self.extra = max(self.extra, len(self.new))

        @property
        def pk_name(self):
            return self.model._meta.pk.name

        def add_fields(self, form, index):
            super().add_fields(form, index)
            row = self.row_of(form, index)
            if row:
                names = [name for name in form.fields if name not in (self.pk_name, self.fk.name)]
                fill(form, names, typed, f"{row}-")

        def row_of(self, form, index):
            """The prefix under which a form's row was typed; None for one that was not."""
            if form.instance.pk:
                return self.known.get(str(form.instance.pk))
            at = -1 if index is None else index - self.initial_form_count()
            return self.new[at] if 0 <= at < len(self.new) else None

    return TypedFormSet


def rows_of(formset, typed):
    """The prefixes of the rows that a browser sent, in their order; not the empty one that it
    keeps to make new rows of."""
    name = re.compile(rf"{re.escape(formset.prefix)}-(\d{{1,4}})-")
    numbers = {int(found[1]) for key in typed if (found := name.match(key))}
    return [f"{formset.prefix}-{number}" for number in sorted(numbers)]


def holds_anything(formset, typed, row):
    return formset.form(typed, prefix=row).has_changed()


def texts(model, rows, data):
    """(label, text) of all that was typed in words: `rows` maps the prefixes of inline rows to
    their models, `data` is that of an Autosave."""
    found = []
    for name, values in data.items():
        row = ROW.fullmatch(name)
        owner = rows.get(row[1]) if row else model
        field = field_of(owner, row[3] if row else name)
        if field and any(values):
            of_row = f"{owner._meta.verbose_name} {int(row[2]) + 1}: " if row else ""
            found.append((of_row + field.verbose_name, said(field, values)))
    return found


def field_of(model, name):
    """The field that holds words, or None."""
    try:
        field = model and model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, CharField | TextField) else None


def said(field, values):
    text = "\n".join(values)
    return text_of_blocks(text) if isinstance(field, RichText) else text
