"""Areas for people who hold a permission: nobody keeps a copy of what they see there."""

from functools import wraps

from django.contrib.auth.decorators import login_required, permission_required

from core.pagecache import PRIVATE


def only_with(permission):
    """Mark a view as one of an area. Who is not signed in is asked to; who lacks the permission
    is refused."""

    def mark(view):
        guarded = login_required(permission_required(permission, raise_exception=True)(view))

        @wraps(view)
        def wrapper(request, *args, **kwargs):
            response = guarded(request, *args, **kwargs)
            response["Cache-Control"] = PRIVATE
            return response

        return wrapper

    return mark
