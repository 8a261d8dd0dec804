"""What a site says in mkdocs.yml: commands read the file, builds take it over from MkDocs.

A command reads the file as MkDocs does, and lets MkDocs and mkdocs-static-i18n validate it. It
imports no plugin, hook or Markdown extension that the file names: checking data needs none of them.
Left out is what only these could know, such as a hook that changes the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.utils import get_theme_names
from mkdocs_static_i18n.config import I18nPluginConfig

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.options import MKDOCS_OPTION, MKDOCS_WARNING
from mkdocs_privacy.localization import available_languages
from mkdocs_privacy.mkdocs_settings.mkdocs_yml import (
    UnusableConfiguration,
    read_content,
    read_places,
)
from mkdocs_privacy.mkdocs_settings.plugins import Plugins
from mkdocs_privacy.mkdocs_settings.unsafe_addresses import find_unsafe_addresses
from mkdocs_privacy.model import language_code, suggestion
from mkdocs_privacy.site import PLUGIN, SiteLanguages, SiteSettings, read_options

_I18N = "i18n"
_CODE = ("plugins", "hooks", "markdown_extensions")
"""What of mkdocs.yml MkDocs imports as soon as it validates it."""


class _ConfigWithoutExtensions(MkDocsConfig):
    """Imports no Markdown extension, not even those of MkDocs."""

    markdown_extensions = Type(list, default=[])


def read_settings(file: Path, base: Path) -> SiteSettings:
    """Read mkdocs.yml; findings name files relative to `base`. Raises UnusableConfiguration."""
    places = read_places(file, base, ())
    content = read_content(file, base)
    config, errors, warnings = _validated(file, content)
    found = _found_by_mkdocs("", errors, warnings, places)
    for key, _ in errors:
        config[key] = dict(MkDocsConfig._schema)[key].default
    plugins = Plugins(content.get("plugins"), places)
    theme = content.get("theme")
    languages, refused = _read_languages(plugins, theme if isinstance(theme, dict) else {})
    settings = _settings(config, languages, plugins, plugins.options(PLUGIN), base)
    settings = replace(settings, site_url=_under_mike(settings.site_url, plugins))
    unsafe = tuple(find_unsafe_addresses(content, places))
    others = (*found, *_missing_theme(content, places), *plugins.findings())
    return replace(settings, refused=tuple(refused), others=others, unsafe=unsafe)


def list_docs(file: Path, base: Path) -> Files:
    """The files of the docs folder, as a build without other plugins finds them."""
    config, errors, _ = _validated(file, read_content(file, base))
    return Files([]) if errors else get_files(config)


def _validated(
    file: Path, content: Mapping[str, Any]
) -> tuple[MkDocsConfig, ConfigErrors, ConfigWarnings]:
    """The configuration without what only code could validate, and what MkDocs says of it."""
    config = _ConfigWithoutExtensions(config_file_path=str(file.absolute()))
    left_out = {*_CODE, *(() if _has_theme(content) else ("theme",))}
    config.load_dict({key: value for key, value in content.items() if key not in left_out})
    config.load_dict({"plugins": []})
    return config, *config.validate()


def _under_mike(site_url: str | None, plugins: Plugins) -> str | None:
    """The address of the version that stands for all of a site that mike builds, if it has one."""
    version = plugins.options("mike").get("canonical_version")
    return urljoin(site_url, str(version)) if site_url and version else site_url


def take_over(
    config: MkDocsConfig, written: Mapping[str, Any], language: str | None = None
) -> SiteSettings:
    """The settings of a build, from what MkDocs read and the options `written` for the plugin.

    `language` is what the theme was told, where that has changed since.
    """
    file = Path(config.config_file_path) if config.config_file_path else None
    base = file.parent if file else Path.cwd()
    i18n = config.plugins.get(_I18N)
    theme = {"language": language} if language else config.theme
    languages = _languages(i18n.config if i18n else None, theme)
    content, places = _as_written(file, base)
    plugins = Plugins(content.get("plugins"), places)
    settings = _settings(config, languages, plugins, written, base)
    # what a hook or a plugin changed is looked at, not what the file says
    built = {**config, "plugins": content.get("plugins"), "theme": dict(config.theme)}
    return replace(settings, unsafe=tuple(find_unsafe_addresses(built, places)))


def _settings(
    config: MkDocsConfig,
    languages: SiteLanguages,
    plugins: Plugins,
    written: Mapping[str, Any],
    base: Path,
) -> SiteSettings:
    ours = plugins.places_in(PLUGIN)
    places = {(PLUGIN, *path): place for path, place in ours.items()}
    folder = Path(config.config_file_path).parent if config.config_file_path else base
    read = read_options(written, ours)
    known = available_languages([folder / read.options.data_dir / "locales"])
    named = plugins.places_in(_I18N).get(()) or plugins.places.get(("theme",))
    return SiteSettings(
        base=base,
        folder=folder,
        languages=languages.chosen(read.options.languages, known),
        read=read,
        docs=Path(config.docs_dir),
        output=Path(config.site_dir),
        site_url=config.site_url or None,
        preview=str(config.dev_addr),
        use_directory_urls=config.use_directory_urls,
        places={**plugins.places, **places, **({("languages",): named} if named else {})},
    )


def _languages(i18n: Any, theme: Mapping[str, Any]) -> SiteLanguages:
    """The languages that static-i18n builds, or the theme's one language without it."""
    if i18n is None:
        language = theme.get("language") or theme.get("locale") or "en"
        return SiteLanguages((language_code(str(language)),))
    built = [language for language in i18n.languages if language.build]
    ordered = sorted(built, key=lambda language: not language.default)
    codes = {language_code(language.locale): language for language in ordered}
    return SiteLanguages(
        tuple(codes),
        i18n.docs_structure,
        {code: language.site_url for code, language in codes.items() if language.site_url},
        spellings={code: language.locale for code, language in codes.items()},
    )


def _read_languages(
    plugins: Plugins, theme: Mapping[str, Any]
) -> tuple[SiteLanguages, list[Finding]]:
    """The languages of a site, and what static-i18n refuses; then nobody knows the languages."""
    written = plugins.options(_I18N)
    if not plugins.has(_I18N) or written.get("enabled") is False:
        return _languages(None, theme), []
    config = I18nPluginConfig()
    config.load_dict({name: value for name, value in written.items() if name != "enabled"})
    errors, warnings = config.validate()
    place = plugins.places_in(_I18N).get(())
    found = _found_by_mkdocs(f"Plugin '{_I18N}' option ", errors, warnings, {("plugins",): place})
    return (SiteLanguages(()) if errors else _languages(config, theme)), found


def _found_by_mkdocs(
    subject: str, errors: Any, warnings: Any, places: Mapping[KeyPath, Place | None]
) -> list[Finding]:
    """What MkDocs says about a configuration, at the lines of its keys."""
    return [
        Finding(
            rule,
            f"{subject}'{key}': {message}" if subject else f"{key}: {message}",
            place=places.get(("plugins",) if subject else (key,)),
        )
        for rule, problems in ((MKDOCS_OPTION, errors), (MKDOCS_WARNING, warnings))
        for key, message in problems
    ]


def _missing_theme(
    content: Mapping[str, Any], places: Mapping[KeyPath, Place]
) -> Iterator[Finding]:
    """That no build can be made here, where the theme that the file names is not installed."""
    name = _theme_name(content)
    if not _has_theme(content) and isinstance(name, str):
        message = (
            f"theme: no theme ‘{name}’ is installed here{suggestion(name, get_theme_names())}: "
            "correct the name, or install it where you build"
        )
        place = places.get(("theme", "name")) or places.get(("theme",))
        yield Finding(MKDOCS_WARNING, message, place=place)


def _has_theme(content: Mapping[str, Any]) -> bool:
    """Whether the theme that the file names is installed here, or is all the site's own."""
    name = _theme_name(content)
    return name is None or name in get_theme_names()


def _theme_name(content: Mapping[str, Any]) -> Any:
    theme = content.get("theme")
    return theme.get("name") if isinstance(theme, Mapping) else theme


def _as_written(file: Path | None, base: Path) -> tuple[dict[str, Any], dict[KeyPath, Place]]:
    """What the file says that a build was made from, and where."""
    if file is None:
        return {}, {}
    try:
        return read_content(file, base), read_places(file, base, ())
    except UnusableConfiguration:  # what MkDocs read came by another way
        return {}, {}
