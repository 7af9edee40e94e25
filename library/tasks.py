"""Background work of the library."""

from procrastinate.contrib.django import app

from library import renditions


@app.task(retry=3)
def make_renditions(key: str) -> None:
    """Make a picture's renditions before visitors ask for them."""
    renditions.make_all(key)
