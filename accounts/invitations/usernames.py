"""A username for somebody who did not bring one."""

import re
from itertools import count

from core.vietnamese import slugify

LONGEST = 40


def free_username(full_name, taken):
    """nguyenvanan, nguyenvanan2 …: the first that is not in `taken` (lower case), which gets it."""
    base = re.sub(r"[^a-z0-9]", "", slugify(full_name))[:LONGEST] or "nguoidung"
    candidates = (base if number == 1 else f"{base}{number}" for number in count(1))
    found = next(name for name in candidates if name not in taken)
    taken.add(found)
    return found
