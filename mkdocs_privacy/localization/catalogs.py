"""Message catalogs: `.po` files only, compiled in memory; a site's own over the shipped ones.

Each language has one catalog, `privacy.po`, in its formal form of address, and where the forms
differ an overlay, `privacy.informal.po`, with every sentence that addresses the reader. A language
may be half-done: what it lacks is said in English.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import lru_cache
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from mkdocs_privacy.disk import UnreadableFile, as_shown, has_folder, read_file, refuse_stray
from mkdocs_privacy.findings import Finding, Place
from mkdocs_privacy.findings.rules.words import CATALOG, UNFINISHED_LANGUAGE
from mkdocs_privacy.localization.compiled_words import CompiledWords, kept_words
from mkdocs_privacy.model import base_language, language_in_english
from mkdocs_privacy.shipped import shipped, shipped_languages

CATALOG_PATH = "{language}/LC_MESSAGES/privacy{form}.po"
_Files = tuple[tuple[Path, int], ...]  # and when each was written


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
    own = {
        path.parent.parent.name.replace("_", "-")
        for folder in filter(has_folder, folders)
        for path in folder.glob(CATALOG_PATH.format(language="[!.]*", form=""))
    }
    return tuple(sorted({*shipped_languages(), *own}))


class MessageCatalog(Translations):
    """The words of one language, compiled."""

    borrowed: frozenset[str] = frozenset()
    """The ids of messages that it has no words for yet, and says in English."""

    def __contains__(self, id: str) -> bool:
        return id in self.borrowed or self.ugettext(id) != id


def load_catalog(
    language: str,
    form: FormOfAddress = FormOfAddress.FORMAL,
    own: Path | None = None,
    base: Path | None = None,
) -> MessageCatalog:
    """The words of a language in a form of address, those in the site's `own` folder first.

    Raises BrokenCatalog where the site's own files cannot be used; its findings name files relative
    to `base`, by default the folder that holds the data folder.
    """
    forms = ("",) if form is FormOfAddress.FORMAL else ("", ".informal")
    ours = _files(shipped("locales"), language, forms)
    theirs = _files(own, language, forms) if own else ()
    base = base or (own.parent.parent if own else Path())
    return _read(language, ours, theirs, base, _files(shipped("locales"), "en", ("",)))


@lru_cache
def _read(
    language: str, ours: _Files, theirs: _Files, base: Path, english: _Files
) -> MessageCatalog:
    """The words in these files: read once, until somebody writes to one of them."""
    if theirs:
        catalog = _laid_over_each_other(language, ours)
        for path, _ in theirs:
            _lay_over(catalog, _own_catalog(path, as_shown(path, base), language))
        words = CompiledWords.of(catalog)
    else:  # which take longer to read than all data of a small shop
        files = (Path(__file__), *(path for path, _ in ours))
        words = kept_words(
            lambda: CompiledWords.of(_laid_over_each_other(language, ours)), language, files
        )
    loaded = MessageCatalog(words.file, domain="privacy")
    # but the header; counted first: to read English beside each language would take longer
    known = sum(path.read_bytes().count(b'\nmsgid "') - 1 for path, _ in english)
    if len(words.ids) < known:
        whole = _parse(_english_path(), "")
        loaded.borrowed = frozenset(map(_id, whole)) - {"", *words.ids}
        loaded.add_fallback(MessageCatalog(CompiledWords.of(whole).file, domain="privacy"))
    return loaded


def _laid_over_each_other(language: str, ours: _Files) -> Catalog:
    catalog = Catalog(locale=base_language(language))
    for path, _ in ours:
        _lay_over(catalog, _parse(path, path.as_posix()))
    return catalog


def unfinished(language: str, catalog: MessageCatalog) -> Finding | None:
    """That a language lacks words, where it does."""
    if not catalog.borrowed:
        return None
    first = ", ".join(sorted(catalog.borrowed)[:3])
    return Finding(
        UNFINISHED_LANGUAGE,
        f"the translation into {language_in_english(language)} ({language}) is not complete: "
        f"{len(catalog.borrowed)} messages are shown in English ({first}, …)",
    )


def placeholders(message: Message) -> frozenset[str]:
    """The names in braces that a message's words are filled in with, with any format they ask."""
    return frozenset(
        name + (f":{form}" if form else "") + (f"!{conversion}" if conversion else "")
        for words in _words(message)
        for _, name, form, conversion in string.Formatter().parse(words)
        if name is not None
    )


def _is_translated(message: Message) -> bool:
    return all(_words(message)) and not message.fuzzy


def _words(message: Message) -> tuple[str, ...]:
    """The words of a message: one sentence, or one for each plural form."""
    words = message.string
    return tuple(words) if isinstance(words, (tuple, list)) else (words or "",)


def _files(folder: Path, language: str, forms: Iterable[str]) -> _Files:
    found = (_find(folder, language, form) for form in forms)
    return tuple((path, path.stat().st_mtime_ns) for path in found if path)


def _find(folder: Path, language: str, form: str) -> Path | None:
    for code in (language, language.replace("-", "_"), base_language(language)):
        path = folder / CATALOG_PATH.format(language=code, form=form)
        with suppress(UnreadableFile):  # that one must not be read is told with all that is so
            refuse_stray(path, folder.parent)
            if path.is_file():
                return path
    return None


def _parse(path: Path, shown: str) -> Catalog:
    try:
        content = read_file(path)
    except UnreadableFile as reason:
        raise BrokenCatalog([Finding(CATALOG, str(reason), place=Place(shown))]) from None
    try:
        # the locale decides how many plural forms there may be
        code = base_language(path.parent.parent.name)
        return read_po(StringIO(content.decode("utf-8-sig")), locale=code, abort_invalid=True)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "the .po file is not UTF-8 text: save it with the encoding UTF-8"
    except PoFileError as error:
        line = error.lineno + 1
        message = f"this is not a valid .po file: {re.sub(r' on [0-9]+$', '', str(error))}"
    except ValueError as error:  # a header that is none
        line, message = 1, f"this is not a valid .po file: {error}"
    raise BrokenCatalog([Finding(CATALOG, message, place=Place(shown, line))])


def _english_path() -> Path:
    return shipped("locales") / CATALOG_PATH.format(language="en", form="")


def _lay_over(catalog: Catalog, upper: Catalog) -> None:
    if not len(catalog):
        # Babel's own number of plural forms changes: French has 2, or 3 since 2.19
        catalog.mime_headers = [("Plural-Forms", upper.plural_forms)]
    for message in sorted(upper, key=_id):  # what is compiled is sorted, slowly unless it is
        if message.id and _is_translated(message):
            catalog.delete(message.id)  # a catalog only adds to a message that it has
            catalog[message.id] = _with_forms(message, catalog.num_plurals)


def _with_forms(message: Message, number: int) -> Message:
    """A message with as many plural forms as its catalog has; the last is for all other numbers."""
    if not message.pluralizable:
        return message
    *first, last = _words(message)
    forms = (*first[: number - 1], *[last] * (number - len(first[: number - 1])))
    return Message(message.id, forms, lineno=message.lineno)


def _own_catalog(path: Path, shown: str, language: str) -> Catalog:
    """A site's own catalog, all of whose messages can take the place of the shipped ones."""
    own = _parse(path, shown)
    in_language = _find(shipped("locales"), language, "")
    known = _parse(_english_path(), shown)
    findings = [
        Finding(CATALOG, f"‘{_id(message)}’ {problem}", place=Place(shown, message.lineno or 1))
        for message in own
        if message.id
        and (in_language or _is_translated(message))  # a whole language may be under way
        and (problem := _problem(message, known.get(message.id)))
    ]
    if findings:
        raise BrokenCatalog(findings)
    return own


def _problem(message: Message, original: Message | None) -> str | None:
    """Why a message of a site's own cannot take the place of the original."""
    if original is None:
        return "is not a message of the privacy center: check its id"
    if not all(_words(message)):
        return "has no text: write it, or remove the message"
    if message.fuzzy:
        return "is marked fuzzy: check it and remove the mark"
    if message.pluralizable != original.pluralizable:
        needed = "`msgid_plural`, `msgstr[0]` and `msgstr[1]`"
        return f"needs {needed}" if original.pluralizable else "has no plural: write one `msgstr`"
    try:
        unknown = placeholders(message) - placeholders(original)
    except ValueError as error:
        return f"has braces that do not match ({error}): write {{{{ for a brace"
    if unknown:
        listed = ", ".join(f"{{{name}}}" for name in sorted(unknown))
        known = ", ".join(f"{{{name}}}" for name in sorted(placeholders(original))) or "none"
        return f"has no placeholder {listed}; allowed: {known}"
    return None


def _id(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id)
