"""The session engine: Django's own with a person, a device and the last activity in the row."""

import time

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from accounts.sessions.devices import words

DEVICE = "device"
SIGNED_IN_AT = "signed_in_at"  # seconds since 1970; when the password was last given


class SessionStore(DatabaseStore):
    row = None
    former_person_id = None  # whose session this was, where it is over

    @classmethod
    def get_model_class(cls):
        from accounts.sessions.models import Session

        return Session

    def _get_session_from_db(self):
        """None, and an empty session, where nobody was there for too long. An emptied row never
        comes to life again, even if the limits of settings grow."""
        row = self.model.objects.filter(session_key=self.session_key).first()
        if row is not None and (row.remaining <= 0 or not row.session_data):
            self.former_person_id, row = row.person_id, None
        if row is None:
            self._session_key = None
        self.row = row
        return row

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)
        row.device = data.get(DEVICE, "")
        return row

    def save(self, must_create=False):
        if SESSION_KEY in self and SIGNED_IN_AT not in self:
            self.renew()
        super().save(must_create)

    def renew(self):
        """The password was given just now."""
        self[SIGNED_IN_AT] = time.time()

    def remember_device(self, user_agent):
        if SESSION_KEY in self and DEVICE not in self:
            self[DEVICE] = words(user_agent)

    def touch(self):
        """Somebody signed in is there."""
        if SESSION_KEY in self and self.row is not None:
            self.row.touch()

    @property
    def remaining(self):
        """Seconds until its person is signed out; 0 if nobody is signed in."""
        return max(0, self.row.remaining) if SESSION_KEY in self and self.row else 0
