"""Who is let in: asked at the sign-in and, by `get_user`, at every request."""

from django.contrib.auth.backends import ModelBackend


class PersonBackend(ModelBackend):
    """Neither the suspended nor those whose time is over; their open sessions end at once."""

    def user_can_authenticate(self, user):
        return user.may_sign_in
