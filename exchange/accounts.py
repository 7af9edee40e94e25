"""Accounts of a portal that is left behind, with the passwords that their people know.

The list is read, planned and written like one that an administrator uploads to invite people; the
further column holds the stored hash of a NukeViet portal, which is wrapped and never kept bare.
"""

from accounts.hashers import NukeVietHasher
from accounts.invitations.carrying_out import BATCH, invite_all, update_all
from accounts.invitations.columns import KNOWN, rows_of
from accounts.invitations.planning import Outcome, plan
from accounts.invitations.tables import read_table
from accounts.models import User

OLD_HASH = "old_hash"
HEADINGS = ("mat khau", "mat khau cu", "mat khau da bam", "password")


def planned(content, role):
    """([Line], {number: old hash}, headings that mean nothing here) of a list's bytes.

    `role`: the group's name where a row gives none. A hash that is none of NukeViet's makes its
    line an error. Raises TableError.
    """
    rows, ignored = rows_of(read_table(content), KNOWN | dict.fromkeys(HEADINGS, OLD_HASH))
    hashes = {row["number"]: row.pop(OLD_HASH) for row in rows if row.get(OLD_HASH)}
    lines = plan(rows, role, by=User(is_superuser=True))
    wrapped = {}
    for line in lines:
        if line.outcome == Outcome.INVITE and line.number in hashes:
            try:
                wrapped[line.number] = NukeVietHasher().wrap(hashes[line.number])
            except ValueError:
                line.fail("mật khẩu đã băm không phải của NukeViet")
    return lines, wrapped, ignored


def write(lines, wrapped):
    """Make and update the accounts; who brings no old password has to be sent a link."""
    new = [line for line in lines if line.outcome == Outcome.INVITE]
    people = invite_all(new)
    for person, line in zip(people, new, strict=True):
        person.password = wrapped.get(line.number, person.password)
    User.objects.bulk_update(people, ["password"], batch_size=BATCH)
    update_all([line for line in lines if line.outcome == Outcome.UPDATE])
