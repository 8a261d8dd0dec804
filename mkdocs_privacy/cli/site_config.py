"""What the data of a site depends on in its mkdocs.yml, read without MkDocs.

MkDocs imports every plugin and theme that mkdocs.yml names; checking data needs none of them. So
this reads the file itself: `INHERIT` is followed, `!ENV` is looked up, any other tag counts as
nothing. Left out are what only code could know, such as a hook that changes the configuration.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml

from mkdocs_privacy.localization import FormOfAddress
from mkdocs_privacy.model import base_language, read_day
from mkdocs_privacy.requests import RequestOptions, WrongOptions, read_request_options


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What mkdocs.yml says that the words of a privacy center depend on."""

    data: Path
    """The folder with the data."""
    languages: tuple[str, ...]
    """The languages of the site, the default one first."""
    forms_of_address: Mapping[str, FormOfAddress] = field(default_factory=dict)
    """How each language addresses the reader, where that is stated."""
    path: str = ""
    """Where the privacy center stands below the site's root, without slashes around it."""
    site_url: str | None = None
    """The address of the site, with a slash at its end."""
    use_directory_urls: bool = True
    requests: RequestOptions = field(default_factory=RequestOptions)
    """How visitors' requests reach the organisation."""
    today: date | None = None
    """The day that the site fixes as today."""

    def form_of_address(self, language: str) -> FormOfAddress:
        """How a language addresses the reader; `nl-BE` may borrow from `nl`."""
        stated = self.forms_of_address
        return stated.get(language) or stated.get(base_language(language)) or FormOfAddress.FORMAL

    def folder_of(self, language: str) -> str:
        """The folder of a language below the site's root; the default language has none.

        That is where mkdocs-static-i18n puts them.
        """
        return "" if language == self.languages[0] else language


def read_site_config(file: Path) -> SiteConfig:
    """Read mkdocs.yml; raises ClickException where that cannot be done."""
    content = _read_with_parents(file, ())
    plugins = _plugins(content.get("plugins"))
    ours = plugins.get("privacy-center", {})
    site_url = content.get("site_url")
    try:
        return SiteConfig(
            data=file.parent / str(ours.get("data_dir") or "privacy"),
            languages=_translated_into(plugins) or (_theme_language(content),),
            forms_of_address=_forms_of_address(ours.get("form_of_address")),
            path=str(ours.get("path") or "").strip("/"),
            site_url=f"{str(site_url).rstrip('/')}/" if site_url else None,
            use_directory_urls=_is_on(content.get("use_directory_urls")),
            requests=read_request_options(ours.get("requests")),
            today=_day(ours.get("today")),
        )
    except WrongOptions as wrong:
        sentences = "\n".join(f"{file}: {problem}" for problem in wrong.problems)
        raise click.ClickException(sentences) from None
    except ValueError as problem:
        raise click.ClickException(f"{file}: {problem}") from None


def _forms_of_address(written: Any) -> dict[str, FormOfAddress]:
    stated = written if isinstance(written, dict) else {}
    for language, form in stated.items():
        if form not in tuple(FormOfAddress):
            raise ValueError(
                f"form_of_address: ‘{form}’ for {language} is neither `formal` nor `informal`"
            )
    return {str(language): FormOfAddress(form) for language, form in stated.items()}


def _day(written: Any) -> date | None:
    if written is None:
        return None
    try:
        return read_day(written)
    except ValueError as problem:
        raise ValueError(f"today: {problem}") from None


def _is_on(written: Any) -> bool:
    return str(written).lower() != "false"


def _translated_into(plugins: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The languages that mkdocs-static-i18n builds."""
    listed = plugins.get("i18n", {}).get("languages")
    languages = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    built = [
        one
        for one in sorted(languages, key=lambda language: not language.get("default"))
        if _is_on(one.get("build")) and one.get("locale") not in (None, "null")
    ]
    return tuple(str(one["locale"]) for one in built)


def _theme_language(content: Mapping[str, Any]) -> str:
    theme = content.get("theme")
    options = theme if isinstance(theme, dict) else {}
    return str(options.get("language") or options.get("locale") or "en").replace("_", "-")


def _plugins(written: Any) -> dict[str, dict[str, Any]]:
    """Options by plugin, from either way to write them: a list or a mapping."""
    entries = [written] if isinstance(written, dict) else written or []
    plugins: dict[str, Any] = {}
    for entry in entries:
        plugins |= entry if isinstance(entry, dict) else {str(entry): {}}
    return {name: options if isinstance(options, dict) else {} for name, options in plugins.items()}


def _read_with_parents(file: Path, children: tuple[Path, ...]) -> dict[str, Any]:
    if file.resolve() in children:
        raise click.ClickException(f"{file}: INHERIT leads back to the file itself")
    try:
        content = yaml.load(file.read_bytes(), Loader=_TolerantLoader)  # noqa: S506  # a SafeLoader
    except ValueError as wrong_date:  # PyYAML makes dates of what looks like one
        raise click.ClickException(f"{file}: {wrong_date}") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "this cannot be read"
        raise click.ClickException(f"{file}{line}: not valid YAML: {problem}") from None
    if not isinstance(content, dict):
        raise click.ClickException(f"{file}: this is not a configuration of MkDocs")
    parent = content.pop("INHERIT", None)
    if not parent:
        return content
    inherited = _read_with_parents(file.parent / str(parent), (*children, file.resolve()))
    return _merged(inherited, content)


def _merged(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings merge, anything else replaces: what MkDocs does with INHERIT."""
    merged = dict(below)
    for key, value in above.items():
        present = merged.get(key)
        both = isinstance(present, dict) and isinstance(value, dict)
        merged[key] = _merged(present, value) if both else value  # type: ignore[arg-type]
    return merged


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml whatever tags it has."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    *names, last = loader.construct_sequence(node) or [None]
    if not names:
        return os.environ.get(str(last))
    return next((os.environ[name] for name in map(str, names) if name in os.environ), last)


_TolerantLoader.add_constructor("!ENV", _from_environment)
_TolerantLoader.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005
