"""Text fields that hold the rule of the house on every way to the database.

`to_python` is where forms, full_clean(), loaddata, save(), bulk_create(), bulk_update() and
update() meet, and exact lookups too; expressions go past it untouched.
"""

import re

from django.db import models

from core.editor import EditorWidget
from core.sanitise import clean_html
from core.vietnamese import repair


class RuledText:
    """Mixed into a text field: what is stored, and shown after save(), is `rule(text)`."""

    def to_python(self, value):
        value = super().to_python(value)
        return self.rule(value) if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = self.rule(value)
            setattr(model_instance, self.attname, value)
        return value


class TextLine(RuledText, models.CharField):
    """One line: repaired, every blank or line break one space."""

    @staticmethod
    def rule(text):
        return re.sub(r"\s+", " ", repair(text)).strip()


class PlainText(RuledText, models.TextField):
    """Text of several lines without mark-up: repaired, no blanks around it."""

    @staticmethod
    def rule(text):
        return repair(text).strip()


class RichText(RuledText, models.TextField):
    """HTML of the allow-list in core.sanitise."""

    rule = staticmethod(clean_html)

    def formfield(self, **kwargs):
        """The one place to put another editor; the admin would ask for its plain text area."""
        return super().formfield(**kwargs | {"widget": EditorWidget})
