"""Addresses in mkdocs.yml that reach our pages and are a script, or hold a password."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from mkdocs_privacy.findings import Finding, KeyPath, Place, nearest_place
from mkdocs_privacy.findings.rules.options import UNSAFE_ADDRESS
from mkdocs_privacy.hosts import is_script, why_deceptive

_IN_PAGES = (
    *("site_url", "site_description", "repo_url", "edit_uri", "copyright", "nav", "extra"),
    *("extra_css", "extra_javascript", "theme"),
)
"""What of mkdocs.yml themes print, in links above all."""
_LANGUAGES = "i18n"
"""The plugin that writes links to the other languages, `fixed_link`."""


def find_unsafe_addresses(
    content: Mapping[str, Any], places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """Every such address in what a mkdocs.yml says."""
    for key in _IN_PAGES:
        for path, text in _texts(content.get(key), (key,)):
            yield from _look(text, path, places)
    for path, text in _texts(content.get("plugins"), ("plugins",)):
        if _LANGUAGES in path:
            yield from _look(text, path, places)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _texts(entry, (*path, key))
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*path, index))


def _look(text: str, path: KeyPath, places: Mapping[KeyPath, Place]) -> Iterator[Finding]:
    where = nearest_place(path, places)
    for address in (text, *_in_markup(text)):
        if is_script(address):
            message = (
                f"‘{address.strip()}’ is a script that would run in your pages: write the address "
                "of a page"
            )
            yield Finding(UNSAFE_ADDRESS, message, path, where)
        elif "://" in address and (why := why_deceptive(address.strip())):
            yield Finding(UNSAFE_ADDRESS, f"‘{address.strip()}’ {why}", path, where)


def _in_markup(text: str) -> Iterator[str]:
    """The attributes of HTML, such as the links of `copyright`."""
    if "<" not in text:
        return
    try:
        elements = html.fragment_fromstring(text, create_parent="div").iter()
    except (etree.ParserError, ValueError):
        return
    for element in elements:
        yield from map(str, element.attrib.values())
