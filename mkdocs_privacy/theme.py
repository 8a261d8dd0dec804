"""Material for MkDocs as the pages need it: templates that go over its own, and small mends.

Whole blocks and partials are overridden in `site_template/theme/`. What stands outside any block is
mended while Jinja reads it (docs/decisions/): a copy of `base.html` names the hashed assets of one
release and breaks with the next. A mend that no longer fits is not made, and a warning says so.

Every template can be had twice: as the site and the theme have it, and, with `MENDED` before its
name, as ours over the theme and the mends make it. What a mended template includes is mended too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib.metadata import requires, version
from importlib.util import find_spec
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    TemplateNotFound,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules.words import THEME_MEND
from mkdocs_privacy.localization import Localization, available_languages, load_catalog
from mkdocs_privacy.mends import MENDS, Mend
from mkdocs_privacy.model import base_language, language_code
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.templates import template_cache

_OURS = str(shipped("site_template") / "theme")

DISTRIBUTIONS = {"material": "mkdocs-material", "materialx": "mkdocs-materialx"}
"""The themes that we know, by their name in mkdocs.yml: Material, and the fork that goes on."""

OTHERS = {
    "mkdocs": "mkdocs",
    "properdocs": "properdocs",
    "mkdocs_static_i18n": "mkdocs-static-i18n",
}
"""Whose templates are mended besides: the sitemap. Packages, and what one installs for them."""

MENDED = "privacy-center/mended/"
"""Before the name of a template: that one as our pages have it."""

_BASE_OF_THEME = "privacy-center/base-of-theme.html"
"""What Material calls `base.html`, where our own stands in its place."""

_ABOUT_ALL = ("sitemap.xml",)
"""Templates that are about our pages and others at once, and so are mended for both."""


class MendedTheme(BaseLoader):
    """The templates of a site, and each of them with what is ours over the theme."""

    def __init__(self, site: BaseLoader, own: BaseLoader, *, is_site_wide: bool) -> None:
        self.site = site
        self.mended = ChoiceLoader([own, FileSystemLoader(_OURS), site])
        self.is_site_wide = is_site_wide

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text of a template."""
        name = template.removeprefix(MENDED)
        if name == template and not self.is_site_wide:
            source, file, is_fresh = self.site.get_source(environment, name)
            return _mended(source, name) if name in _ABOUT_ALL else source, file, is_fresh
        if name == "base.html":  # under whatever extends it: a main.html of the site's own too
            return self.mended.get_source(environment, "privacy-center/base.html")
        if name == _BASE_OF_THEME:
            name = "base.html"
        source, file, is_fresh = self.mended.get_source(environment, name)
        return _mended(source, name), file, is_fresh

    def list_templates(self) -> list[str]:
        """The names of the templates of the site."""
        return self.site.list_templates()


def _mended(source: str, name: str) -> str:
    for mend in MENDS:
        if mend.template == name:
            source = mend.make(source)
    return source


def _join_path(template: str, parent: str) -> str:
    """What a template includes, extends or imports is mended if it is."""
    return f"{MENDED}{template}" if parent.startswith(MENDED) else template


def bring_theme(
    config: MkDocsConfig,
    words: Mapping[str, Localization] | None = None,
    site_url_in: Callable[[str], str | None] = lambda language: None,  # noqa: ARG005
    *,
    is_site_wide: bool = True,
    has_policy: bool = False,
) -> None:
    """Add our templates and assets to the theme; harmless when repeated.

    `words` are those of the languages of the site, the others are as they are shipped;
    `site_url_in` is where the pages of a language stand;
    `is_site_wide` says that all pages are mended, `has_policy` that all have a
    Content-Security-Policy, each its own.
    """
    theme = config.theme
    if theme.name not in DISTRIBUTIONS:
        return
    if _OURS not in theme.dirs:  # plugins of Material make environments of their own from these
        own = 1 if theme.custom_dir else 0
        theme.dirs.insert(own if is_site_wide else len(theme.dirs), _OURS)
    theme.get_env = partial(_environment_of, theme)  # type: ignore[method-assign]
    # not globals of an environment: plugins of Material make environments of their own
    theme["frame_words"] = _frame_words(words or {})
    theme["site_url_in"] = lambda code: site_url_in(language_code(code)) or ""
    theme["translation"] = cache(lambda code: _translation(theme, code))
    if has_policy or (is_site_wide and "i18n" in config.plugins):
        # instant navigation keeps the first page's policy, and its header: the language switcher
        features = theme.get("features", [])
        theme["features"] = [name for name in features if not name.startswith("navigation.instant")]


def _environment_of(theme: Theme) -> Environment:
    """That of MkDocs, which lists ten thousand icons and compiles anew what search asks for."""
    environment = Theme.get_env(theme)
    environment.optimized = False  # as ours: see `template_environment`
    environment.bytecode_cache = template_cache("theme", "not optimized")
    if isinstance(environment.loader, FileSystemLoader):
        environment.loader = _VisibleTemplates(environment.loader.searchpath)
    return environment


class _VisibleTemplates(FileSystemLoader):
    """The templates in folders; those that are hidden can be read, and are not listed."""

    def list_templates(self) -> list[str]:
        """The names of those that MkDocs could copy: it leaves out what is hidden."""
        found: set[str] = set()
        for place in self.searchpath:
            for folder, folders, files in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                visible = [Path(folder, name) for name in files if not name.startswith(".")]
                found.update(path.relative_to(place).as_posix() for path in visible)
        return sorted(found)


def choose_translation(config: MkDocsConfig) -> None:
    """Give Material a language that it has, where a site writes it otherwise: `fr` for `fr_BE`."""
    theme = config.theme
    if theme.name in DISTRIBUTIONS:
        theme["language"] = _translation(theme, theme["language"])
        theme.get_env = partial(_environment_of, theme)  # type: ignore[method-assign]


def mend_theme(
    environment: Environment, config: MkDocsConfig, *, is_site_wide: bool = True
) -> tuple[Finding, ...]:
    """Mend Material's templates as they are read; returned are the mends that do not fit."""
    if config.theme.name not in DISTRIBUTIONS:
        return ()
    # not while a template is read: it is compiled, and so read, once for many builds
    misfits = tuple(_find_misfits(environment, config.theme.name))
    own = FileSystemLoader(config.theme.custom_dir or ())
    site = environment.loader or DictLoader({})
    environment.loader = MendedTheme(site, own, is_site_wide=is_site_wide)
    environment.join_path = _join_path  # type: ignore[method-assign]  # as its subclasses may
    return misfits


def _frame_words(words: Mapping[str, Localization]) -> Callable[..., str]:
    """The words for the frame of a page that Material says badly or does not have."""

    @cache
    def localized(language: str) -> Localization | None:
        if language in words:
            return words[language]
        is_known = base_language(language) in available_languages()
        return Localization(language, load_catalog(language)) if is_known else None

    def frame_words(language: str, key: str, *, or_english: bool = False) -> str:
        """The words under `frame.<key>`, or nothing where we have nothing better to say."""
        id, own = f"frame.{key}", localized(language_code(language))
        if own and id not in own.catalog.borrowed:
            return own.message(id) if id in own.catalog else ""
        english = localized("en") if or_english else None
        return english.message(id) if english and id in english.catalog else ""

    return frame_words


def _translation(theme: Theme, code: str) -> str:
    """The language in which Material is translated that serves for a language of the site."""
    for language in (code, language_code(code), base_language(code)):
        file = f"partials/languages/{language}.html"
        if any((Path(folder) / file).is_file() for folder in theme.dirs):
            return language
    return "en"


def _find_misfits(environment: Environment, theme: str) -> Iterator[Finding]:
    read: dict[str, tuple[str, str | None]] = {}
    for mend in MENDS:
        source, owner = read.get(mend.template) or _read(environment, mend.template, theme)
        if owner and not mend.fits(source):
            yield _misfit(mend, owner)
        read[mend.template] = mend.make(source), owner


def _read(environment: Environment, template: str, theme: str) -> tuple[str, str | None]:
    """A template, and what one installs to have it; nothing where the site has one of its own."""
    owners = {"material": DISTRIBUTIONS[theme], **OTHERS}
    loader = environment.loader or DictLoader({})
    try:
        source, file, _ = loader.get_source(environment, template)
    except TemplateNotFound:
        return "", owners["material"]
    for package, distribution in owners.items():
        folder = _folder(package)
        if file and folder and Path(file).is_relative_to(folder):
            return source, distribution
    return source, None


def _folder(package: str) -> Path | None:
    try:
        spec = find_spec(package)
    except ValueError:  # properdocs stands in for mkdocs
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def _misfit(mend: Mend, distribution: str) -> Finding:
    bounds = requires("mkdocs-privacy") or ()
    allowed = [bound for bound in bounds if bound.startswith(f"{distribution}<")]
    return Finding(
        THEME_MEND,
        f"{mend.template} of {distribution} {version(distribution)} is different from the version "
        f"that mkdocs-privacy supports, so one of its fixes is not applied: {mend.why}. Install "
        f"another version{f', within {allowed[0]}' if allowed else ''}",
    )
