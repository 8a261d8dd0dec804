"""Addresses that are not what they look like: another host, a password, a script.

After Unicode Technical Standard 39 and what browsers do: letters of two scripts in one name are
written together in Japanese, Chinese and Korean alone; a Cyrillic name all of whose letters look
like Latin ones belongs under a domain of a country that writes so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from mkdocs_privacy.characters import named

LINK_SCHEMES = {"http", "https", "mailto", "tel"}
"""What a link in the words of an owner may begin with."""
_TOGETHER = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "BOPOMOFO"},
    {"LATIN", "CJK", "HANGUL"},
)
_SCRIPTS = (
    *("javascript:", "vbscript:", "data:text/html", "data:application/xhtml+xml"),
    *("data:text/javascript", "data:application/javascript", "data:text/ecmascript"),
)
_LOOK_LATIN = set("асԁеһіјӏорԛѕԝхуѵ")
_WRITE_CYRILLIC = frozenset(
    ("ba", "bg", "by", "eu", "kg", "kz", "md", "me", "mk", "mn", "rs", "ru", "su", "tj", "ua", "uz")
)
"""Countries, and the Union, where names are written in Cyrillic letters."""


_EXAMPLES = ("example.com", "example.net", "example.org", "example.be")
"""Domains that stand for others: those of RFC 2606, and the one that our own documents use."""
_NOWHERE = ("example", "invalid", "test")
"""The last part of names that exist nowhere (RFC 2606)."""


def is_example(address: str) -> bool:
    """Whether a web address is one that stands for another in examples and tests."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return host.rpartition(".")[2] in _NOWHERE or f".{host}".endswith(
        tuple(f".{domain}" for domain in _EXAMPLES)
    )


@lru_cache(maxsize=4096)  # the pages of a site lead to the same places
def is_script(address: str) -> bool:
    """Whether a browser would run what stands in the place of an address."""
    return re.sub(r"[\0- ]", "", address).lower().startswith(_SCRIPTS)


def why_deceptive(address: str) -> str | None:
    """What is wrong with a web address, as a clause; nothing where it says what it is."""
    if re.match(r"https?:(?!//[^/\\])", address, re.IGNORECASE):
        return "has no `//` and host after its `https:`, of which browsers make another address"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None  # it is none
    if "@" in parts.netloc:
        return (
            "holds a user name or a password, which everybody could read, or makes another host "
            "look like yours: leave out what stands before the @"
        )
    return why_deceptive_host(host)


@lru_cache(maxsize=4096)  # each release of a site has the same hosts again
def why_deceptive_host(host: str) -> str | None:
    """What is wrong with the name of a host, as a clause."""
    if other := next((letter for letter in host if _stands_for_another(letter)), None):
        return (
            f"has the character {named(other)} in the name of its host, which browsers take for "
            f"‘{unicodedata.normalize('NFKC', other)}’: write that"
        )
    if "%" in host and ":" not in host:
        return "has a % in the name of its host, which stands for another character: write that"
    labels = [_shown(label) for label in unicodedata.normalize("NFKC", host).lower().split(".")]
    for label in labels:
        odd = next((letter for letter in label if not _is_of_a_name(letter)), None)
        if odd:
            return f"has the character {named(odd)} in the name of its host, which no name has"
        scripts = {_script(letter) for letter in label if letter.isalpha()}
        if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
            other = next(letter for letter in label if letter.isalpha() and not letter.isascii())
            return (
                f"mixes letters of {' and '.join(sorted(script.title() for script in scripts))} in "
                f"the name of its host, where {named(other)} stands: it looks like another name"
            )
    names = [letter for label in labels[:-1] for letter in label if letter.isalpha()]
    if _looks_latin(labels[:-1]) and labels[-1].isascii() and labels[-1] not in _WRITE_CYRILLIC:
        return (
            f"has a host in Cyrillic letters that look like Latin ones, such as {named(names[0])}: "
            "it looks like another name"
        )
    return None


def _stands_for_another(letter: str) -> bool:
    return unicodedata.normalize("NFKC", letter) != unicodedata.normalize("NFC", letter) or (
        letter == "\u3002"
    )


def _looks_latin(labels: list[str]) -> bool:
    return any(
        label.strip("0123456789-")
        and set(label) <= _LOOK_LATIN | set("0123456789-")
        and not label.isascii()
        for label in labels
    )


def _shown(label: str) -> str:
    """A label as a browser may show it: `xn--…` stands for letters."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _is_of_a_name(letter: str) -> bool:
    return (
        letter.isalnum()
        or letter in "-_:%[]\u200c\u200d\u00b7\u30fb\u0375\u05f3\u05f4"
        or (unicodedata.category(letter)[0] == "M")
    )


def _script(letter: str) -> str:
    """The script of a letter, which its name in Unicode begins with."""
    return re.split("[ -]", unicodedata.name(letter, "UNKNOWN"))[0]
