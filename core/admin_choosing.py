"""Pictures of the library, chosen in a dialog for rich texts and for fields of pictures."""

from django.urls import reverse

from core.fields import RichText

PICTURE = "library.Picture"


class ChoosingAdmin:
    """Mixed into the admin of a model. The scripts find the address in data-library."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        of_picture = db_field.many_to_one and db_field.related_model._meta.label == PICTURE
        if not (of_picture or isinstance(db_field, RichText)):
            return field
        if request.user.has_perm("library.view_picture"):
            field.widget.attrs["data-library"] = reverse("admin:library_picture_choose")
        return field
