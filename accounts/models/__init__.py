"""The people who sign in, and what belongs to their accounts."""

from accounts.models.people import State, User

__all__ = ["State", "User"]
