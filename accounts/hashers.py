"""Passwords of accounts that came from a NukeViet portal, wrapped in Argon2.

NukeViet stores `{SSHA512}base64(digest(password + salt) + salt)`, `{MD5}base64(digest(password))`
and the like (its Core/Encryption.php). Such a hash is guessed by the thousand million a second,
so what is stored is Argon2 of the digest; the first sign-in replaces it by Argon2 of the password.
"""

import base64
import binascii
import hashlib
import re

from django.contrib.auth.hashers import Argon2PasswordHasher, BasePasswordHasher, mask_hash

DIGESTS = {"SSHA512": "sha512", "SSHA256": "sha256", "SSHA": "sha1", "SHA": "sha1", "MD5": "md5"}
STORED = re.compile(r"\{(\w+)\}([A-Za-z0-9+/]+=*)")
LONGEST_SALT = 16  # bytes; NukeViet has four


class NukeVietHasher(BasePasswordHasher):
    """`nukeviet$DIGEST$SALT$…`: the digest's name, the old salt in hex, Argon2 of the digest."""

    algorithm = "nukeviet"

    def wrap(self, stored: str) -> str:
        """What to keep in place of a stored NukeViet hash; ValueError for anything else."""
        name, old, salt = taken_apart(stored)
        argon2 = Argon2PasswordHasher()
        wrapped = argon2.encode(old.hex(), argon2.salt())
        return f"{self.algorithm}${name}${salt.hex()}${wrapped}"

    def encode(self, password, salt):
        raise NotImplementedError("Only old hashes are wrapped; new passwords are Argon2's.")

    def decode(self, encoded):
        _, name, salt, wrapped = encoded.split("$", 3)
        return {"digest": name, "old_salt": bytes.fromhex(salt), "wrapped": wrapped}

    def verify(self, password, encoded):
        parts = self.decode(encoded)
        old = hashlib.new(
            parts["digest"], password.encode() + parts["old_salt"], usedforsecurity=False
        )
        return Argon2PasswordHasher().verify(old.hexdigest(), parts["wrapped"])

    def must_update(self, encoded):
        return True

    def harden_runtime(self, password, encoded):
        """Nothing: it costs what Argon2 costs."""

    def safe_summary(self, encoded):
        parts = self.decode(encoded)
        return {"thuật toán": f"argon2({parts['digest']})", "giá trị": mask_hash(parts["wrapped"])}


def taken_apart(stored):
    """(digest's name, digest, salt) of a hash as NukeViet stores it."""
    found = STORED.fullmatch(stored.strip())
    name = DIGESTS.get(found[1]) if found else None
    if not name:
        raise ValueError("not a password hash of NukeViet")
    try:
        content = base64.b64decode(found[2], validate=True)
    except binascii.Error as error:
        raise ValueError("a password hash of NukeViet that is cut short") from error
    size = hashlib.new(name, usedforsecurity=False).digest_size
    old, salt = content[:size], content[size:]
    if len(old) < size or bool(salt) != found[1].startswith("SS") or len(salt) > LONGEST_SALT:
        raise ValueError("a password hash of NukeViet of an odd length")
    return name, old, salt
