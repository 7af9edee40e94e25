"""Which account runs PostgreSQL: ourselves, but never root, which PostgreSQL refuses."""

import os
import pwd
from pathlib import Path

from launcher.config import Unfit


def server_account(places: list[Path]) -> pwd.struct_passwd:
    """Ourselves; for root the first owner of `places` that is not root, else postgres or nobody."""
    uid = os.geteuid()
    if uid == 0:
        return account_for_root(places)
    try:
        return pwd.getpwuid(uid)
    except KeyError:
        raise Unfit(f"PostgreSQL cần tài khoản số {uid} có tên trong /etc/passwd.") from None


def account_for_root(places: list[Path]) -> pwd.struct_passwd:
    owners = [place.stat().st_uid for place in places if place.exists()]
    everyone = pwd.getpwall()
    for uid in owners:
        for account in everyone:
            if account.pw_uid == uid != 0:
                return account
    for name in ("postgres", "nobody"):
        for account in everyone:
            if account.pw_name == name:
                return account
    raise Unfit("Cần một tài khoản thường để chạy PostgreSQL; hãy tạo: useradd --system postgres")


def options(account) -> dict:
    """What subprocess needs to run a program as this account."""
    if os.geteuid() == account.pw_uid:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def give(path: Path, account):
    if os.geteuid() == 0:
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def can_enter(account, folder: Path) -> bool:
    """Whether the account may work in the folder; another's rights are read from mode bits."""
    if os.geteuid() == account.pw_uid:
        return os.access(folder, os.X_OK)
    return all(_bits(account, path.stat()) & 1 for path in (folder, *folder.parents))


def _bits(account, info: os.stat_result) -> int:
    """The read, write and enter bits that count for this account."""
    if info.st_uid == account.pw_uid:
        return info.st_mode >> 6
    return info.st_mode >> 3 if info.st_gid == account.pw_gid else info.st_mode
