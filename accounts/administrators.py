"""Nobody locks the last administrator out, themselves included."""

from contextlib import contextmanager

from django.db import transaction

from accounts.models import User


class LastAdministratorError(Exception):
    def __init__(self):
        super().__init__(
            "Đây là quản trị viên cuối cùng còn đăng nhập được. "
            "Hãy giao vai trò Quản trị cho người khác trước."
        )


@contextmanager
def keeping_one():
    """A transaction after which the site still has an administrator, if it had one.

    The administrators' rows are locked, so that two who suspend each other wait for one another.
    Raises LastAdministratorError, and nothing was written.
    """
    with transaction.atomic():
        known = list(User.objects.administrators().order_by("pk").select_for_update())
        yield
        if known and not User.objects.administrators().exists():
            raise LastAdministratorError
