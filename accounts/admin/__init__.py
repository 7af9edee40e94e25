"""Accounts in the admin."""

from accounts.admin.data_requests import DataRequestAdmin
from accounts.admin.holidays import HolidayAdmin
from accounts.admin.people import PersonAdmin
from accounts.admin.requests import AccountRequestAdmin
from accounts.admin.roles import RoleAdmin
from accounts.second_factor.admin import AuthenticatorAdmin

__all__ = [
    "AccountRequestAdmin",
    "AuthenticatorAdmin",
    "DataRequestAdmin",
    "HolidayAdmin",
    "PersonAdmin",
    "RoleAdmin",
]
