"""Material for MkDocs as the pages need it: templates that go over its own, and small mends.

Whole blocks and partials are overridden in `site_template/theme/`. What stands outside any block is
mended while Jinja reads it (docs/decisions/): a copy of `base.html` names the hashed assets of one
release and breaks with the next. A mend that no longer fits is not made, and a warning says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.metadata import requires, version
from importlib.util import find_spec
from pathlib import Path

from jinja2 import DictLoader, Environment, TemplateNotFound
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules.words import THEME_MEND
from mkdocs_privacy.localization import Localization, available_languages, load_catalog
from mkdocs_privacy.mends import MENDS, Mend
from mkdocs_privacy.model import base_language
from mkdocs_privacy.shipped import shipped
from mkdocs_privacy.templates import template_cache

DISTRIBUTIONS = {"material": "mkdocs-material", "materialx": "mkdocs-materialx"}
"""The themes that we know, by their name in mkdocs.yml: Material, and the fork that goes on."""

OTHERS = {
    "mkdocs": "mkdocs",
    "properdocs": "properdocs",
    "mkdocs_static_i18n": "mkdocs-static-i18n",
}
"""Whose templates are mended besides: the sitemap. Packages, and what one installs for them."""


class MendedMaterial(Extension):
    """Changes Material's templates while Jinja reads them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The template with its mends; Jinja passes the file name by position."""
        for mend in MENDS:
            if mend.template == name:
                source = mend.make(source)
        return source


def bring_theme(
    config: MkDocsConfig,
    words: Mapping[str, Localization] | None = None,
    *,
    has_policy: bool = False,
) -> None:
    """Put our templates between the site's own overrides and Material; harmless when repeated.

    `words` are those of the languages of the site, the others are as they are shipped;
    `has_policy` says that pages have a Content-Security-Policy, each its own.
    """
    theme, ours = config.theme, str(shipped("site_template") / "theme")
    if theme.name not in DISTRIBUTIONS:
        return
    if ours not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, ours)
    # not globals of an environment: plugins of Material make environments of their own
    theme["frame_words"] = _frame_words(words or {})
    theme["translation"] = lambda code: _translation(theme, code)
    if has_policy or "i18n" in config.plugins:
        # instant navigation keeps the first page's policy, and its header: the language switcher
        features = theme.get("features", [])
        theme["features"] = [name for name in features if not name.startswith("navigation.instant")]


def mend_theme(environment: Environment, config: MkDocsConfig) -> tuple[Finding, ...]:
    """Mend the rest of Material as it is read; what is returned are the mends that do not fit."""
    if config.theme.name not in DISTRIBUTIONS:
        return ()
    environment.add_extension(MendedMaterial)
    environment.bytecode_cache = environment.bytecode_cache or template_cache(repr(MENDS))
    # not while a template is read: it is compiled, and so read, once for many builds
    return tuple(_find_misfits(environment, config.theme.name))


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
        id, own = f"frame.{key}", localized(language.replace("_", "-"))
        if own and id not in own.catalog.borrowed:
            return own.message(id) if id in own.catalog else ""
        english = localized("en") if or_english else None
        return english.message(id) if english and id in english.catalog else ""

    return frame_words


def _translation(theme: Theme, code: str) -> str:
    """The language in which Material is translated that serves for a language of the site."""
    for language in (code, base_language(code)):
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
        f"{mend.template} of {distribution} {version(distribution)} is not as mkdocs-privacy knows "
        f"it; what mends it does not fit, so {mend.why}: install another version"
        f"{f', within {allowed[0]}' if allowed else ''}",
    )
