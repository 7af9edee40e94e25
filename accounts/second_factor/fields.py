from django.db import models

from accounts.second_factor.sealing import seal, unseal


class SealedText(models.TextField):
    """Text that is sealed on its way into the database. It cannot be searched for, since the same
    text is sealed differently each time; "" stays as it is."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return seal(value) if value else value

    def from_db_value(self, value, expression, connection):
        return unseal(value) if value else value
