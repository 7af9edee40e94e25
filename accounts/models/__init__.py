"""The people who sign in, and what belongs to their accounts."""

from accounts.models.links import OneTimeLink, Purpose
from accounts.models.lists import InvitationList
from accounts.models.people import State, User

__all__ = ["InvitationList", "OneTimeLink", "Purpose", "State", "User"]
