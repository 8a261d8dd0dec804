"""Words in several languages, as a site owner writes them in YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from mkdocs_privacy.findings.rules.data import (
    EMPTY_TEXT,
    MISSING_TRANSLATION,
    TEXT_EXPECTED,
    TOO_INTRICATE,
)
from mkdocs_privacy.model.addresses import check_links
from mkdocs_privacy.model.context import Context, suggestion
from mkdocs_privacy.model.intricacy import why_too_intricate
from mkdocs_privacy.model.violation import violation
from mkdocs_privacy.yaml_commas import quoted

LANGUAGE_CODE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
"""How a language is written, as a regular expression: `nl`, `nl-BE`, `zh-Hant`."""

_SUBTAGS = {2: str.upper, 4: str.title}
"""How a region and a script are written, by their length (RFC 5646, 2.1.1)."""

_LONGEST_CODE = len("nl-BE")
_GOES_ON = ": if it continues the text before it, put that text in quotes"

_EMPTY = "the text is empty: write it or remove the key"


class ShippedWords(dict[str, str]):
    """The words of a shipped text, which may lack a language: an owner's own text may not."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: the same words everywhere, or words for each language."""

    everywhere: str | None = None
    by_language: Mapping[str, str] | None = None

    def in_language(self, language: str) -> str:
        """The words for `language`; `nl-BE` may borrow those of `nl`, and back.

        Data that is being worked on has every language of the site, but for shipped texts. A
        release may be older than one of them. Then the words are English, or else those of the
        first language by code.
        """
        if self.by_language is None:
            return self.everywhere or ""
        known = find_language(language, self.by_language) or _other_language(self.by_language)
        return self.by_language[known]

    def language_for(self, language: str) -> str:
        """The language of the words for `language`: itself, unless they are in another one.

        Words that are the same everywhere are in any language, and `nl` is no other than `nl-BE`.
        """
        if self.by_language is None or find_language(language, self.by_language):
            return language
        return _other_language(self.by_language)

    @property
    def all_words(self) -> tuple[str, ...]:
        """What it says in every language; the same words everywhere once."""
        return tuple(self.by_language.values()) if self.by_language else (self.everywhere or "",)

    def as_written(self) -> str | dict[str, str]:
        """The text as it stands in YAML."""
        return dict(self.by_language) if self.by_language is not None else self.everywhere or ""

    def __str__(self) -> str:
        raise TypeError("a Text has no words until a language is chosen: use in_language()")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda text: text.as_written()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        words = {"type": "string", "minLength": 1}
        return {
            "anyOf": [
                words,
                {
                    "type": "object",
                    "patternProperties": {f"^{LANGUAGE_CODE}$": words},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ]
        }

    @classmethod
    def _validate(cls, written: object, info: ValidationInfo) -> Text:
        if isinstance(written, cls):
            return written
        if isinstance(written, str):
            return cls(everywhere=_words(written))
        if isinstance(written, Mapping):
            return cls(by_language=_words_by_language(written, Context.of(info)))
        if written is None:
            raise violation(EMPTY_TEXT, _EMPTY)
        raise violation(
            TEXT_EXPECTED,
            "a text is expected here: a string, or one string for each language ({example})",
            {"example": "{nl: …, fr: …, en: …}"},
        )


class Markdown(Text):
    """A text in Markdown; it is sanitised when it is printed."""

    __slots__ = ()

    @classmethod
    def _validate(cls, written: object, info: ValidationInfo) -> Markdown:
        text = super()._validate(written, info)
        for words in (text.by_language or {"": text.everywhere or ""}).values():
            if why := why_too_intricate(words):
                raise violation(TOO_INTRICATE, "{why}", {"why": why})
            check_links(words)
        return cls(text.everywhere, text.by_language)


def language_code(written: str) -> str:
    """A language as we write it, however a site does: `fr-BE` for `fr_BE`, `zh-Hant`, `pt-BR`."""
    first, *others = written.replace("_", "-").split("-")
    return "-".join([first.lower(), *(_SUBTAGS.get(len(part), str.lower)(part) for part in others)])


def base_language(language: str) -> str:
    """The language without its region: `nl` for `nl-BE` and `nl_BE`."""
    return language.replace("_", "-").split("-")[0]


def find_language(language: str, known: Collection[str]) -> str | None:
    """The language that serves for another, if one does: `nl` for `nl-BE`, and `nl-BE` for `nl`.

    Lookup as in RFC 4647, section 3.4, and back: a region of the same language is better than none.
    """
    if language in known:  # nearly always, for each of thousands of texts
        return language
    base = base_language(language)
    regions = (code for code in sorted(known) if base_language(code) == base)
    return next((code for code in (base, *regions) if code in known), None)


def _other_language(known: Collection[str]) -> str:
    """The language of the words where there are none in the one that is wanted."""
    return "en" if "en" in known else min(known)


def languages_missing(written: Container[Any], languages: Iterable[str]) -> list[str]:
    """The languages in which there are no words; those of `nl` serve for `nl-BE`."""
    return [
        language
        for language in languages
        if language not in written and base_language(language) not in written
    ]


def language_in_english(language: str) -> str:
    """What English calls a language: Dutch for `nl` and `nl-BE`; a code it does not know stays."""
    try:
        name = Locale.parse(base_language(language)).get_language_name("en")
    except (UnknownLocaleError, ValueError):
        name = None
    return name or language


def _words(written: str) -> str:
    words = written.strip()
    if not words:
        raise violation(EMPTY_TEXT, _EMPTY)
    return words


def _words_by_language(written: Mapping[Any, Any], context: Context) -> dict[str, str]:
    if not written:
        raise violation(EMPTY_TEXT, _EMPTY)
    problems = [
        f"‘{language}’ is not a language code{suggestion(str(language), context.languages)}"
        f"{_why_no_code(str(language), words)}"
        for language, words in written.items()
        if not _is_language(str(language))
    ]
    empty = [
        language for language, words in written.items() if words is None or not str(words).strip()
    ]
    if empty:
        problems.append(f"the text is empty in {_names(empty)}")
    other = [
        language
        for language, words in written.items()
        if words is not None and not isinstance(words, str)
    ]
    if other:
        problems.append(f"a single text is expected in {_names(other)}")
    missing = languages_missing(written, context.languages)
    if missing and not isinstance(written, ShippedWords):
        problems.append(f"missing translation: write this text in {_names(missing)}")
    if problems:
        rule = MISSING_TRANSLATION if missing else TEXT_EXPECTED
        raise violation(rule, "{problems}", {"problems": "; ".join(problems)})
    return {str(language): words.strip() for language, words in written.items()}


def _why_no_code(key: str, words: Any) -> str:
    """What a key is that is no code, where it may be a part of a text."""
    if " " in key.strip() and isinstance(words, str):
        return f": if a text begins here, put it in quotes, `{quoted(f'{key}: {words}')}`"
    return _GOES_ON if len(key) > _LONGEST_CODE else ""


def _names(languages: list[str]) -> str:
    return ", ".join(
        f"{language} ({language_in_english(language)})" if _is_language(language) else language
        for language in languages
    )


@cache  # Babel looks on the disk each time
def _is_language(code: str) -> bool:
    """Whether a code is one that Babel knows, in its usual form: `nl`, `nl-BE`; not `NL`, `eng`."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return bool(re.fullmatch(LANGUAGE_CODE, code)) and locale.language == base_language(code)
