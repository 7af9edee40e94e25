"""What a browser with JavaScript sends along with a guarded form (core/guard)."""

import altcha

from core.guard.proof import new_challenge


def solved(challenge=None, number=None):
    """The answer to a new challenge, or to this one; with a number of one's own it is false."""
    asked = altcha.Challenge.from_dict(challenge or new_challenge())
    solution = altcha.solve_challenge(asked)
    if number is not None:
        solution = altcha.Solution(number, "00" * 32)
    return altcha.Payload(asked, solution).to_base64()
