"""Templates, words and documentation that come with the package: in a wheel or in a checkout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `site_template`, `locales` or `docs`: in a wheel, or beside the package."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def shipped_languages() -> tuple[str, ...]:
    """The languages that the package has words in, finished or not."""
    catalogs = shipped("locales").glob("*/LC_MESSAGES/privacy.po")
    return tuple(sorted(path.parent.parent.name.replace("_", "-") for path in catalogs))


@cache
def translations(domain: str, language: str) -> Mapping[str, str]:
    """What a `catalogue.po` says, by the English words.

    Dutch, French and English stand side by side where the texts themselves are; a further language
    has a file of its own. What is empty or marked fuzzy is not translated yet.
    """
    path = shipped("locales") / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    return {
        str(message.id): str(message.string)
        for message in catalog
        if message.id and message.string and not message.fuzzy
    }
