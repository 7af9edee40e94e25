"""Receipt codes: whoever holds one may look up what became of a question."""

from django.utils.crypto import get_random_string

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is mistaken for another on paper
LENGTH = 12  # sixty bits: not to be guessed


def new_code():
    return get_random_string(LENGTH, ALPHABET)


def spelled(typed):
    """A code as it is stored, of one that was typed with blanks, dashes or small letters."""
    return "".join(letter for letter in typed.upper() if letter in ALPHABET)


def grouped(code):
    """ABCD-EFGH-JKLM."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
