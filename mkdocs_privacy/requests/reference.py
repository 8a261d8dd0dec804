"""The reference number of a request."""

from __future__ import annotations

import secrets

REFERENCE_PATTERN = "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$"
"""Four groups of Crockford's base 32, which has no letter that looks like another."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def make_reference() -> str:
    """A reference number that nobody can guess: 80 random bits, `7K3F-9QXZ-W2M4-6H8T`."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
