"""The options of `- privacy-center:` in mkdocs.yml: one record, whoever read the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, ValidationError

from mkdocs_privacy.characters import without_halves
from mkdocs_privacy.content_security import check_sources
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules import addresses, data
from mkdocs_privacy.findings.rules import options as rules
from mkdocs_privacy.loading import explain
from mkdocs_privacy.localization import FormOfAddress
from mkdocs_privacy.model import SLUG, OneOrMore, Record, language_code, read_day, violation
from mkdocs_privacy.pictures import PictureOptions
from mkdocs_privacy.registry import FindingOptions
from mkdocs_privacy.requests import RequestOptions

PLUGIN = "privacy-center"
"""What the plugin is called in mkdocs.yml."""


def _check_path(written: str) -> str:
    path = written.strip("/")
    if path and not all(re.fullmatch(r"\w[\w.-]*", step) for step in path.split("/")):
        raise violation(
            rules.BAD_PATH,
            "‘{written}’ is not a path: write one below the site, such as legal/privacy",
            {"written": written},
        )
    return path


def _check_folder(written: str) -> str:
    if "\0" in written:
        raise violation(
            data.WRONG_TYPE,
            "no folder can have this name, because of a character in it: write one relative to "
            "mkdocs.yml, such as privacy",
        )
    return written


_Folder = Annotated[
    str, Field(min_length=1, coerce_numbers_to_str=True), AfterValidator(_check_folder)
]


def _language_codes(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(language_code, written))


def _check_forms(written: Any) -> Any:
    if isinstance(written, dict):
        return {language_code(str(language)): form for language, form in written.items()}
    raise violation(
        data.WRONG_TYPE,
        "a form of address for each language is expected here: `{nl: informal, fr: formal}`",
    )


def _check_allowed(written: Any) -> Any:
    if not isinstance(written, dict) or not all(
        isinstance(sources, (list, tuple)) for sources in written.values()
    ):
        raise violation(
            data.WRONG_TYPE, "lists are expected here: `img-src: [https://pictures.example.be]`"
        )
    try:
        return {str(name): check_sources(str(name), written[name]) for name in written}
    except ValueError as problem:
        raise violation(rules.BAD_SOURCE, "{why}", {"why": str(problem)}) from None


def _check_step(written: str) -> str:
    if not SLUG.fullmatch(written) or written == "index":
        raise violation(
            addresses.BAD_ADDRESS,
            "‘{written}’ cannot be a step of an address: use lower-case letters without accents, "
            "digits and hyphens, such as wie-ontvangt",
            {"written": written},
        )
    return written


_Step = Annotated[str, Field(coerce_numbers_to_str=True), AfterValidator(_check_step)]
_Steps = Annotated[tuple[_Step, ...], Field(min_length=1), OneOrMore()]
OwnAddresses = dict[Annotated[str, AfterValidator(language_code)], dict[str, _Steps]]
"""What the last step of the address of a page is called, and was called before, by language."""


class ContentSecurityPolicyOptions(Record):
    """What browsers let the pages load and do."""

    enabled: StrictBool = True
    """Whether the pages have a Content-Security-Policy, and the site files of headers."""
    also_allow: Annotated[dict[str, tuple[str, ...]], BeforeValidator(_check_allowed)] = Field(
        default_factory=dict
    )
    """What the site embeds of its own, by directive:
    `{script-src: [https://statistics.example.be], connect-src: [https://statistics.example.be]}`."""


class CenterOptions(Record):
    """Everything that mkdocs.yml says about the privacy center; the rest is data."""

    enabled: StrictBool = True
    """Whether the privacy center is built at all."""
    data_dir: _Folder = "privacy"
    """The folder with the privacy data, relative to mkdocs.yml."""
    catalogue_dirs: tuple[_Folder, ...] = ()
    """Folders with catalogues of your own, `[../shared]`, relative to mkdocs.yml: files as those of
    the shipped catalogue, such as `processors.yml`. Their entries go before the shipped ones, and
    those of a folder before those of the next."""
    path: Annotated[str, Field(coerce_numbers_to_str=True), AfterValidator(_check_path)] = ""
    """Where the privacy center stands in the site: nothing for the whole site, `privacy` for below
    `/privacy/`."""
    languages: Annotated[tuple[str, ...], AfterValidator(_language_codes)] = ()
    """The languages of the privacy center, `[nl, fr]`; without it those of the site that there are
    words for. Readers in its other languages get the first of these, marked as such."""
    translates_addresses: StrictBool = False
    """Whether addresses of pages are in the reader's language: `/ontvangers/` and
    `/fr/destinataires/`. Without it they are in English. Old addresses lead on to the new ones."""
    addresses: OwnAddresses = Field(default_factory=dict)
    """Addresses of your own, by language and page: `{nl: {processors: ontvangers}}`. The page is
    named by its English address, such as `rights/access`; what you write replaces the last step of
    that. Of a list, the first is the address, and the others lead on to it."""
    mends_site_wide: Annotated[bool | None, Field(strict=True)] = None
    """Whether pages that are not ours get what we mend in Material too: barriers for assistive
    technology, fonts of Google, words, the error page. Without it they do where the whole site is a
    privacy center, and are left as they are where it has a `path`."""
    form_of_address: Annotated[dict[str, FormOfAddress], BeforeValidator(_check_forms)] = Field(
        default_factory=dict
    )
    """How each language addresses the reader, `{nl: informal, fr: formal}`: u or je, vous or tu;
    formal where nothing is said."""
    today: Annotated[date | None, BeforeValidator(read_day)] = None
    """The day that counts as today, `2026-03-01`: it decides which version of the policy applies.
    For examples and previews; without it `SOURCE_DATE_EPOCH` says which day it is, or the clock."""
    requests: RequestOptions = Field(default_factory=RequestOptions)
    """How visitors' requests reach the organisation."""
    pictures: PictureOptions = Field(default_factory=PictureOptions)
    """On which page each picture stands, or that it is left out."""
    findings: FindingOptions = Field(default_factory=FindingOptions)
    """Which rules of `mkdocs-privacy check` do not matter here, or matter more or less."""
    content_security_policy: ContentSecurityPolicyOptions = Field(
        default_factory=ContentSecurityPolicyOptions
    )
    """What browsers let the pages load and do: files of the site itself, requests to the endpoint,
    and what is allowed here."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The options that can be used, and what is wrong with the others."""

    options: CenterOptions
    findings: tuple[Finding, ...] = ()

    def is_wrong(self, name: str) -> bool:
        """Whether something is wrong with an option; then its default stands in its place."""
        return any(finding.path[1:2] == (name,) for finding in self.findings)


def read_options(
    written: Mapping[Any, Any] | None, places: Mapping[KeyPath, Place] | None = None
) -> ReadOptions:
    """Read what mkdocs.yml says under `privacy-center:`.

    `places` has the line of every key below that one. An option without a value is not written.
    """
    places = places or {}
    stated = _without_empty(written or {})
    try:
        return ReadOptions(CenterOptions.model_validate(stated))
    except ValidationError as error:
        wrong = {details["loc"][0] for details in error.errors()}
        findings = tuple(
            replace(finding, path=(PLUGIN, *finding.path), place=finding.place or places.get(()))
            for finding in explain(error, places, CenterOptions)
        )
        usable = {name: value for name, value in stated.items() if name not in wrong}
        return ReadOptions(CenterOptions.model_validate(usable), findings)


def _without_empty(written: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        without_halves(str(name)): _plain(value)
        for name, value in written.items()
        if value is not None
    }


def _plain(value: Any) -> Any:
    """A value without what cannot be encoded, such as half of an emoji that YAML escapes: pydantic
    cannot say what is wrong with that."""
    match value:
        case str():
            return without_halves(value)
        case Mapping():
            return _without_empty(value)
        case list():
            return [_plain(one) for one in value]
    return value
