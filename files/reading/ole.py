"""The names in an OLE2 file (.doc, .xls, .ppt), which tell what it is. Source: [MS-CFB]."""

import struct
from typing import BinaryIO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
SIZES = {b"\x09\0": 512, b"\x0c\0": 4096}  # of a sector
ENTRY = 128
MAX_SECTORS = 4000  # of the directory; each holds four names or more
LAST = 0xFFFFFFFA  # greater numbers are marks, not sectors


def names(file: BinaryIO) -> set[str]:
    """The streams and storages of the file; as far as it is whole, and in bounds."""
    file.seek(0)
    header = file.read(HEADER)
    size = SIZES.get(header[30:32])
    if len(header) < HEADER or not size:
        return set()
    tables = _tables(file, header, size)
    sector = struct.unpack_from("<L", header, 48)[0]
    found, seen = set(), set()
    while sector < LAST and sector not in seen and len(seen) < MAX_SECTORS:
        seen.add(sector)
        data = _sector(file, sector, size)
        found |= {_name(data[at : at + ENTRY]) for at in range(0, len(data), ENTRY)}
        sector = _next(file, sector, tables, size)
    return found - {""}


def _tables(file, header, size):
    """The sectors of the allocation table: 109 in the header, the rest in a chain."""
    tables = list(struct.unpack_from("<109L", header, 76))
    sector, seen = struct.unpack_from("<L", header, 68)[0], set()
    while sector < LAST and sector not in seen and len(seen) < MAX_SECTORS:
        seen.add(sector)
        numbers = struct.unpack(f"<{size // 4}L", _sector(file, sector, size).ljust(size, b"\xff"))
        tables += numbers[:-1]
        sector = numbers[-1]
    return tables


def _next(file, sector, tables, size):
    table, at = divmod(sector, size // 4)
    if table >= len(tables) or tables[table] >= LAST:
        return LAST
    data = _sector(file, tables[table], size)
    return struct.unpack_from("<L", data, at * 4)[0] if len(data) == size else LAST


def _sector(file, number, size):
    file.seek((number + 1) * size)
    return file.read(size)


def _name(entry):
    if len(entry) < ENTRY or not entry[66]:  # 0 is an unused entry
        return ""
    length = min(struct.unpack_from("<H", entry, 64)[0], 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
