"""Message catalogs: `.po` files only, compiled in memory; a site's own over the shipped ones.

Each language has one catalog, `privacy.po`, in its formal form of address, and where the forms
differ an overlay, `privacy.informal.po`, with every sentence that addresses the reader.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from mkdocs_privacy.findings import Finding, Place
from mkdocs_privacy.model import base_language
from mkdocs_privacy.shipped import shipped

CATALOG_PATH = "{language}/LC_MESSAGES/privacy{form}.po"


class FormOfAddress(StrEnum):
    """How the reader is addressed: u or je, vous or tu; English has one form."""

    FORMAL = "formal"
    INFORMAL = "informal"


class BrokenCatalog(Exception):
    """A site's own catalog cannot be used; carries every finding."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = tuple(findings)


def available_languages(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """The languages that have a catalog, shipped or in one of a site's own `folders`."""
    found = {
        path.parent.parent.name
        for folder in (shipped("locales"), *folders)
        for path in folder.glob(CATALOG_PATH.format(language="*", form=""))
    }
    return tuple(sorted(found))


def load_catalog(
    language: str, form: FormOfAddress = FormOfAddress.FORMAL, own: Path | None = None
) -> Translations:
    """The words of a language in a form of address, those in the site's `own` folder first.

    Raises BrokenCatalog where the site's own files cannot be used.
    """
    catalog = Catalog(locale=base_language(language))
    forms = ("",) if form is FormOfAddress.FORMAL else ("", ".informal")
    for overlay in forms:
        _lay_over(catalog, _read(shipped("locales"), language, overlay))
    for overlay in forms:
        if own:
            _lay_over(catalog, _checked(_read(own, language, overlay), own, language))
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled, domain="privacy")


def placeholders(message: Message) -> frozenset[str]:
    """The names in braces that a message's words are filled in with."""
    words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return frozenset(
        name for one in words for _, name, _, _ in string.Formatter().parse(one or "") if name
    )


def _read(folder: Path, language: str, form: str) -> Catalog | None:
    for code in (language.replace("-", "_"), base_language(language)):
        path = folder / CATALOG_PATH.format(language=code, form=form)
        if path.is_file():
            return _parse(path, code)
    return None


def _parse(path: Path, code: str) -> Catalog:
    try:
        with path.open("rb") as file:
            return read_po(file, locale=code, abort_invalid=True)
    except PoFileError as error:
        finding = Finding("catalog", str(error), place=Place(path.as_posix(), error.lineno + 1))
        raise BrokenCatalog([finding]) from None
    except UnicodeDecodeError:
        message = "the catalog is not UTF-8 text: save it with the encoding UTF-8"
        raise BrokenCatalog([Finding("catalog", message, place=Place(path.as_posix()))]) from None


def _lay_over(catalog: Catalog, upper: Catalog | None) -> None:
    for message in upper or ():
        if message.id and message.string:
            catalog[message.id] = message


def _checked(own: Catalog | None, folder: Path, language: str) -> Catalog | None:
    """A site's own catalog, unless it names placeholders that the shipped message does not have."""
    known = _read(shipped("locales"), language, "") or _read(shipped("locales"), "en", "")
    if own is None or known is None:
        return own
    findings = []
    for message in own:
        original = known.get(message.id) if message.id else None
        if not message.id or not message.string:
            continue
        place = Place(
            f"{folder.as_posix()}/{CATALOG_PATH.format(language=language, form='')}",
            message.lineno or 1,
        )
        if original is None:
            findings.append(Finding("catalog", f"there is no message ‘{message.id}’", place=place))
            continue
        try:
            unknown = placeholders(message) - placeholders(original)
        except ValueError as error:
            findings.append(Finding("catalog", f"‘{message.id}’: {error}", place=place))
            continue
        if unknown:
            listed = ", ".join(f"{{{name}}}" for name in sorted(unknown))
            text = f"‘{message.id}’ has no placeholder {listed}"
            findings.append(Finding("catalog", text, place=place))
    if findings:
        raise BrokenCatalog(findings)
    return own
