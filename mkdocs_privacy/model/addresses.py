"""Addresses on the web and of e-mail: whole, of this form, and what they look like."""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic import AnyHttpUrl, TypeAdapter, ValidationError, validate_email
from pydantic_core import PydanticCustomError

from mkdocs_privacy.characters import unprintable, unseen
from mkdocs_privacy.findings.rules import values
from mkdocs_privacy.findings.rules.characters import DECEPTIVE_ADDRESS
from mkdocs_privacy.hosts import why_deceptive, why_deceptive_host
from mkdocs_privacy.model.violation import violation

_REMEMBERED = 4096
"""What was found right once; each release of a site says nearly all of it again."""
_HTTP_URL = TypeAdapter(AnyHttpUrl)
_ADDRESS = r"(?:https?:)?//|mailto:"
_DESTINATION = re.compile(
    r"(?:\]\(\s*<?|<|\bhref\s*=\s*[\"']?\s*|^[ ]{0,3}\[[^\]\n]*\]:[ \t]*<?)"
    rf"((?:{_ADDRESS}|https?:)[^\s)>\"']+)",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a link leads to; whatever stands there is the address."""
_MENTIONED = re.compile(rf"(?:{_ADDRESS})[\w.:@%-]+", re.IGNORECASE)
"""An address in a sentence, up to the end of its host; the sentence may go on right after it."""


def _has_strange(address: str) -> bool:
    """Whether an address holds what no address has."""
    return bool(unprintable(address) or unseen(address) or re.search(r"[\s<>\"'\\]", address))


@lru_cache(maxsize=_REMEMBERED)
def check_url(written: str) -> str:
    """A whole address on the web, which is what it looks like."""
    try:
        url = _HTTP_URL.validate_python(written)
    except ValidationError:
        url = None
    is_whole = re.match(r"https?://[^/]", written, re.IGNORECASE)
    if url is None or not url.host or not is_whole or _has_strange(written):
        raise violation(
            values.BAD_URL,
            "‘{written}’ is not a complete web address: write it in full, such as "
            "https://www.example.be/privacy",
            {"written": written},
        )
    _refuse_deceptive(written, why_deceptive(written))
    return written


def _refuse_deceptive(written: str, why: str | None) -> None:
    if why:
        raise violation(DECEPTIVE_ADDRESS, "‘{written}’ {why}", {"written": written, "why": why})


@lru_cache(maxsize=_REMEMBERED)
def check_links(markdown: str) -> None:
    """Raise where an address in a Markdown text is not what it looks like."""
    written = [*_DESTINATION.findall(markdown), *_MENTIONED.findall(markdown)]
    for address in written:
        if address.lower().startswith("mailto:"):
            _refuse_deceptive(
                address, why_deceptive_host(address.partition("?")[0].rpartition("@")[2])
            )
        else:
            _refuse_deceptive(address, why_deceptive(address))


@lru_cache(maxsize=_REMEMBERED)
def check_email(written: str) -> str:
    """An e-mail address, whose host is what it looks like."""
    try:
        address = validate_email(written)[1]
    except PydanticCustomError as error:
        reason = str((error.context or {}).get("reason", "")).rstrip(".")
        raise violation(
            values.BAD_EMAIL,
            "‘{written}’ is not an e-mail address, such as privacy@example.be: {reason}",
            {"written": written, "reason": reason[:1].lower() + reason[1:]},
        ) from None
    _refuse_deceptive(written, why_deceptive_host(address.rpartition("@")[2]))
    return address


def check_link(written: str) -> str:
    """A whole address, or one that begins at the root of the site or on the page itself."""
    if re.fullmatch(r"/(?!/).*|#.*", written, re.DOTALL) and not _has_strange(written):
        return written
    return check_url(written)
