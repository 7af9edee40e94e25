"""The process that reads a file has no network and writes into its own folder alone, as far as the
system lets a program without rights of its own do that: Linux with user namespaces and Landlock.

By ctypes, since Python 3.11 knows neither call. The numbers are those of linux/sched.h,
linux/prctl.h and linux/landlock.h.
"""

import ctypes
import os
import sys
from pathlib import Path

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
NO_NEW_PRIVILEGES = 38
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
BENEATH = 1  # kind of rule: what lies in a folder
WRITE_FILE, REFER, TRUNCATE = 1 << 1, 1 << 13, 1 << 14
MAKE_OR_REMOVE = sum(1 << bit for bit in range(4, 13))

NETWORK, DISK = "mạng", "ổ đĩa"


class Rule(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def cut_off(*folders) -> list[str]:
    """Cuts this process, and what it starts, off from the network and from writing anywhere but
    in `folders`. What the system did not allow is returned in words."""
    if sys.platform != "linux":
        return [NETWORK, DISK]
    libc = ctypes.CDLL(None, use_errno=True)
    ways = {NETWORK: leave_network(libc), DISK: leave_disk(libc, folders)}
    return [name for name, is_done in ways.items() if not is_done]


def leave_network(libc):
    """An empty network of its own, in which there is not even this machine."""
    person, group = os.getuid(), os.getgid()
    if libc.unshare(NEW_USER | NEW_NETWORK) != 0:
        return False
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{person} {person} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        Path("/proc/self", name).write_text(text)
    return True


def leave_disk(libc, folders):
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    writing = WRITE_FILE | MAKE_OR_REMOVE
    writing |= (REFER if version >= 2 else 0) | (TRUNCATE if version >= 3 else 0)
    rules = libc.syscall(CREATE_RULESET, ctypes.byref(ctypes.c_uint64(writing)), 8, 0)
    if rules < 0:
        return False
    allowed = dict.fromkeys(folders, writing)
    allowed["/dev/null"] = writing & (WRITE_FILE | TRUNCATE)
    done = all(allow(libc, rules, path, access) for path, access in allowed.items())
    done = done and libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    return done and libc.syscall(RESTRICT_SELF, rules, 0) == 0


def allow(libc, rules, path, access):
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = Rule(access, folder)
        return libc.syscall(ADD_RULE, rules, BENEATH, ctypes.byref(rule), 0) == 0
    finally:
        os.close(folder)
