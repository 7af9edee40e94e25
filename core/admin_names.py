"""Names for the inputs that Django's admin leaves without a label."""


class NamedInputsAdmin:
    """Mixed into an admin or an inline: the two inputs of a moment, the inputs of a row of a
    table, each say what they are to those who do not see where they stand."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None or not field.label:
            return field
        parts = getattr(field.widget, "widgets", None)
        if parts:
            for part, what in zip(parts, ("ngày", "giờ"), strict=True):
                part.attrs["aria-label"] = f"{field.label}, {what}"
        else:
            field.widget.attrs["aria-label"] = field.label
        return field
