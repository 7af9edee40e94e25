"""Pages whose views stand on them, and the names by which their beacons call them: `bai-5`."""

from functools import cache

from django.apps import apps

# The name: label of the model.
COUNTED = {"bai": "news.Article", "van-ban": "documents.Document"}
LONGEST = 18  # figures of a number that fits into the column


def place_of(publication):
    """(thing, number), or None for what is not counted."""
    label = publication._meta.label
    return next(((t, publication.pk) for t, counted in COUNTED.items() if counted == label), None)


def name_of(publication):
    """What its page tells the beacon."""
    return "{}-{}".format(*place_of(publication))


def parsed(text):
    """(thing, number) of `bai-5`; ("", 0) of "", any other page. Raises ValueError."""
    if not text:
        return "", 0
    thing, _, number = text.rpartition("-")
    if thing not in COUNTED or not (number.isascii() and number.isdecimal()):
        raise ValueError(text)
    if len(number) > LONGEST:
        raise ValueError(text)
    return thing, int(number)


def door(thing, user):
    """SQL and parameters of the numbers that this person may see."""
    return _compiled(apps.get_model(COUNTED[thing]).objects.visible_to(user))


@cache
def public_door(thing):
    """The same for anybody at all; compiled once, as it is asked with each beacon."""
    return _compiled(apps.get_model(COUNTED[thing]).objects.published())


def _compiled(publications):
    return publications.order_by().values("pk").query.sql_with_params()
