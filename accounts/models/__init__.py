"""The people who sign in, and what belongs to their accounts."""

from accounts.contributions.limits import UploadDay
from accounts.kept.models import KeptForm
from accounts.models.holidays import Holiday
from accounts.models.links import OneTimeLink, Purpose
from accounts.models.lists import InvitationList
from accounts.models.people import State, User
from accounts.models.requests import AccountRequest, AddressMark
from accounts.models.wishes import DataRequest
from accounts.second_factor.models import Authenticator, RecoveryCode, RememberedDevice
from accounts.sessions.models import Session

__all__ = [
    "AccountRequest",
    "AddressMark",
    "Authenticator",
    "DataRequest",
    "Holiday",
    "InvitationList",
    "KeptForm",
    "OneTimeLink",
    "Purpose",
    "RecoveryCode",
    "RememberedDevice",
    "Session",
    "State",
    "UploadDay",
    "User",
]
