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


_LOOK_ALIKES = str.maketrans("OIL", "011")
"""Letters that Crockford's base 32 has not, because they look like digits."""


def read_reference(written: str) -> str:
    """A reference number, or a part of one, as somebody types it: in capitals or not, an O for a
    zero."""
    return written.strip().upper().translate(_LOOK_ALIKES)
