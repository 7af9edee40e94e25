"""Parts of pages that a script asks for (static/js/page.js) and puts into a page itself."""

HEADER = "X-Part"


def is_part(request):
    """Whether the part is asked for, and not the page of its own that the address is otherwise."""
    return HEADER in request.headers
