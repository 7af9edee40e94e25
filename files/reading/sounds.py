"""Which kind of sound a file is, by its first frames or boxes."""

import struct
from typing import BinaryIO

RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG 1, layer III
LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG 2 and 2.5
FREQUENCIES = (44100, 48000, 32000)  # halved in MPEG 2, a quarter in 2.5
DIVISORS = {3: 1, 2: 2, 0: 4}

MAX_BOXES = 1000
MAX_INDEX = 20 * 1024 * 1024


def is_mp3(head: bytes) -> bool:
    """Two frames of layer III in a row: one could be chance."""
    length = _frame_length(head)
    return bool(length and _frame_length(head[length:]))


def _frame_length(data):
    """Bytes of the frame that begins here, 0 where none does."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sampling = data[1] >> 3 & 3, data[2] >> 4, data[2] >> 2 & 3
    if version not in DIVISORS or rate in (0, 15) or sampling == 3:
        return 0
    frequency = FREQUENCIES[sampling] // DIVISORS[version]
    bits = RATES[rate] * 144000 if version == 3 else LOW_RATES[rate] * 72000
    return bits // frequency + (data[2] >> 1 & 1)


def is_mp4_sound(file: BinaryIO) -> bool:
    """An MP4 with sound and without film: telephones write many brands, all of them .m4a."""
    index = _index(file)
    return b"soun" in index and b"vide" not in index


def _index(file):
    """The content of the box moov, b"" where there is none."""
    at = 0
    for _ in range(MAX_BOXES):
        file.seek(at)
        header = file.read(16)
        if len(header) < 16:
            return b""
        size, name = struct.unpack(">L4s", header[:8])
        size = struct.unpack(">Q", header[8:])[0] if size == 1 else size
        if name == b"moov" and 8 <= size <= MAX_INDEX:
            file.seek(at)
            return file.read(size)
        if size < 8:
            return b""
        at += size
    return b""
