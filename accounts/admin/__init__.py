"""Accounts in the admin."""

from accounts.admin.data_requests import DataRequestAdmin
from accounts.admin.people import PersonAdmin
from accounts.admin.requests import AccountRequestAdmin

__all__ = ["AccountRequestAdmin", "DataRequestAdmin", "PersonAdmin"]
