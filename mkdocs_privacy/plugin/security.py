"""The Content-Security-Policy of the pages of a build, in the pages and as headers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copyfile
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_privacy.content_security import (
    insert_policy,
    is_allowed,
    make_policy,
    with_inline_scripts,
)
from mkdocs_privacy.exports import render_headers
from mkdocs_privacy.page_needs import Needs
from mkdocs_privacy.plugin.kept_needs import KeptNeeds
from mkdocs_privacy.site import CenterOptions, SiteLanguages
from mkdocs_privacy.terminal import printable

log = get_plugin_logger("privacy-center")

HEADERS = "_headers"

_OFFLINE = ("material/offline", "materialx/offline")
_MIKE = "MIKE_DOCS_VERSION"
"""Where mike says which version it builds."""


class ContentSecurity:
    """What the pages of one build need, in all its languages."""

    def __init__(
        self,
        config: MkDocsConfig,
        options: CenterOptions,
        languages: SiteLanguages,
        *,
        is_preview: bool,
    ) -> None:
        self.site = Path(config.site_dir)
        self.address = urlsplit(config.site_url or "/")
        self.roots = roots_of(config)
        self.path = options.path
        self.folder = self.site / self.path / "exports" / "headers"
        self.languages = languages
        self.also_allow = options.content_security_policy.also_allow
        self.posted_to = options.requests.origins(languages.codes)
        if self.posted_to and config.site_url:  # from where endpoints redirect to the receipt page
            self.posted_to += (f"{self.address.scheme}://{self.address.netloc}",)
        # a preview reloads itself, and search from disk works, by a script that they write
        self.has_inline_scripts = is_preview or find_offline_plugin(config) is not None
        self.known = KeptNeeds(str(config.config_file_path))
        self.needs = Needs()
        self.needs_of: dict[str, Needs] = {}
        self.refused: dict[tuple[str, str], dict[str, None]] = {}
        self.secured: list[str] = []
        self.is_under_mike = is_under_mike(config)
        self.site_has_headers = False

    def note_headers(self, files: Files) -> None:
        """Note whether the site brings a `_headers` of its own, and say where ours will be."""
        if self.site_has_headers:
            return
        ours = (self.folder / HEADERS).relative_to(self.site).as_posix()
        if any(file.dest_uri == HEADERS and file.inclusion.is_included() for file in files):
            log.info(f"the site has its own {HEADERS}: add the content of {ours} to it")
            self.site_has_headers = True
        elif self.is_under_mike:  # hosts read the one at the root of the site, above all versions
            log.info(
                f"the headers of this version are in {ours}, because mike writes no "
                f"{HEADERS} for it"
            )
            self.site_has_headers = True

    def take_over(self, needs: Needs, name: str) -> None:
        """Note what a page of ours needs that has its policy already."""
        self.secured.append(name)
        self._note(needs, name)

    def secure_page(self, html: str, name: str, body: str = "", *, is_ours: bool) -> str:
        """Give a page of ours its policy, and every page where the site is a privacy center.

        `body` is what of it we made ourselves.
        """
        if is_ours:
            self.secured.append(name)
        return self._secure(html, name, body) if is_ours or not self.path else html

    def secure_template(self, html: str, name: str) -> str:
        """Give the error page its policy where the site is a privacy center.

        Else only note its needs: hosts show it for what is missing below the path of the center
        too, with the headers of that. What it is refused there is no concern of its owner.
        """
        if not self.path:
            return self._secure(html, name)
        self.needs |= self.known.of(html) if html.strip() else Needs()
        return html

    def _secure(self, html: str, name: str, body: str = "") -> str:
        """A finished page with its policy; one that is left out of the site stays empty."""
        if not html.strip():
            return html
        needs = self.known.of(html, body)
        self._note(needs, name)
        policy = make_policy(needs, self.posted_to, self.also_allow)
        return insert_policy(
            html, with_inline_scripts(policy) if self.has_inline_scripts else policy
        )

    def _note(self, needs: Needs, name: str) -> None:
        """Note what a page needs, for the headers, and what it is refused."""
        self.needs_of[name] = needs
        for directive, source in needs.foreign:
            if source != self.address.netloc and not is_allowed(directive, source, self.also_allow):
                self.refused.setdefault((directive, source), {})[name] = None
        self.needs |= needs

    def finish(self, *, is_last: bool, is_whole: bool) -> None:
        """Write the headers for all pages so far, and at last say what the policy refuses."""
        self._write_headers()
        if is_last:
            if is_whole:
                self.known.keep()
            self._say_what_is_refused()

    def _say_what_is_refused(self) -> None:
        for (directive, source), names in sorted(self.refused.items()):
            log.info(
                f"the Content-Security-Policy blocks {source} ({directive}) on "
                f"{self._counted(names)}: to allow it, see content_security_policy.also_allow"
            )
        self.refused.clear()

    def _counted(self, names: Iterable[str]) -> str:
        """The pages by their names; ours in a few words where it is every one of them."""
        ours = [printable(name, kept="") for name in self.secured if name in names]
        others = [printable(name, kept="") for name in names if name not in self.secured]
        if len(ours) > 1 and len(ours) == len(self.secured):
            return ", ".join([f"all {len(ours)} pages of the privacy center", *others])
        return ", ".join([*ours, *others])

    @property
    def files(self) -> list[Path]:
        """The headers that were written."""
        for_hosts = [] if self.site_has_headers else [self.site / HEADERS]
        return [*self.folder.iterdir(), *for_hosts]

    def _write_headers(self) -> None:
        policy = make_policy(self.needs, self.posted_to, self.also_allow)
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, content in render_headers(policy, self._places()).items():
            (self.folder / name).write_text(content, encoding="utf-8", newline="\n")
        if not self.site_has_headers:
            copyfile(self.folder / HEADERS, self.site / HEADERS)

    def _places(self) -> Sequence[str]:
        """The paths below which the pages stand: one for each language, or that of the site."""
        if not self.path:
            return self.roots
        folders = [*map(self.languages.folder, self.languages.of_site)]
        return [
            f"{root}{f'{folder}/' if folder else ''}{self.path}/"
            for root in self.roots
            for folder in folders
        ]


def find_offline_plugin(config: MkDocsConfig) -> str | None:
    """The name of the plugin of Material that makes a site to be opened without a server."""
    for name in _OFFLINE:
        if name in config.plugins and config.plugins[name].config.get("enabled", True):
            return name
    return None


def is_under_mike(config: MkDocsConfig) -> bool:
    """Whether what is built is a version below the root of a site."""
    return _version(config) is not None


def _version(config: MkDocsConfig) -> str | None:
    """The version of a site that mike builds in a folder of its own."""
    return os.environ.get(_MIKE) if "mike" in config.plugins else None


def roots_of(config: MkDocsConfig) -> list[str]:
    """The paths of the site: under mike that of the version, and that which stands for all."""
    address, version = config.site_url or "/", _version(config)
    addresses = [urljoin(address, version), address] if version else [address]
    paths = [f"{urlsplit(whole).path.rstrip('/')}/" for whole in addresses]
    return list(dict.fromkeys(paths))
