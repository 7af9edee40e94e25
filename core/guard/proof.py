"""Proof of work after ALTCHA, version 2: the browser looks for the number whose derived key (by
PBKDF2, which browsers compute natively) begins as the challenge says. A telephone works on it for
a second while its owner reads; a script works for every form that it sends. The server compares
two digests.

The number is drawn between a quarter of PROOF_TRIES and all of it, so nobody waits for long.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import altcha
from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.guard.models import SpentProof

ALGORITHM = "PBKDF2/SHA-256"
ROUNDS = 2000  # of deriving one key: some seven milliseconds on a cheap telephone
LASTS = timedelta(minutes=10)
LONGEST = 2000  # characters; an honest answer has half as many
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Proof:
    """A right answer to a challenge of ours that is not over."""

    signature: str
    expires_at: datetime

    def spend(self):
        """Whether this is its first use; another transaction that is using it is waited for."""
        defaults = {"expires_at": self.expires_at}
        return SpentProof.objects.get_or_create(signature=self.signature, defaults=defaults)[1]


def new_challenge():
    """What a browser is asked, as JSON takes it."""
    least = settings.PROOF_TRIES // 4
    challenge = altcha.create_challenge(
        ALGORITHM,
        ROUNDS,
        counter=least + secrets.randbelow(settings.PROOF_TRIES - least),
        expires_at=timezone.now() + LASTS,
        hmac_secret=secret("challenge"),
        hmac_key_secret=secret("key"),
    )
    return challenge.to_dict()


def read(text):
    """The Proof that a browser sent, or None where it is false or too late."""
    if len(text) > LONGEST:
        return None
    try:
        payload = altcha.Payload.from_base64(text)
    except MALFORMED:
        return None
    keys = {"hmac_secret": secret("challenge"), "hmac_key_secret": secret("key")}
    if not altcha.verify_solution(payload, **keys).verified:
        return None
    ends = payload.challenge.parameters.expires_at
    return Proof(payload.challenge.signature, datetime.fromtimestamp(ends, UTC))


def secret(purpose):
    return salted_hmac(f"core.guard.{purpose}", "", algorithm="sha256").hexdigest()
