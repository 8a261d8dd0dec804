"""The Content-Security-Policy of the pages of a build, in the pages and as headers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_privacy.content_security import (
    Needs,
    for_preview,
    insert_policy,
    make_policy,
    read_needs,
)
from mkdocs_privacy.exports import render_headers
from mkdocs_privacy.site import CenterOptions, SiteLanguages

log = get_plugin_logger("privacy-center")

HEADERS = "_headers"


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
        self.path = options.path
        self.folder = self.site / self.path / "exports" / "headers"
        self.languages = languages
        self.also_allow = options.content_security_policy.also_allow
        self.posted_to = options.requests.origins(languages.codes)
        if self.posted_to and config.site_url:  # from where endpoints redirect to the receipt page
            self.posted_to += (f"{self.address.scheme}://{self.address.netloc}",)
        self.is_preview = is_preview
        self.needs = Needs()
        self.site_has_headers = False

    def note_headers(self, files: Files) -> None:
        """Note whether the site brings a `_headers` of its own, and say where ours will be."""
        has_headers = any(one.dest_uri == HEADERS and one.inclusion.is_included() for one in files)
        if has_headers and not self.site_has_headers:
            ours = (self.folder / HEADERS).relative_to(self.site).as_posix()
            log.info(f"the site keeps its own {HEADERS}; add to it what stands in {ours}")
            self.site_has_headers = True

    def secure(self, html: str, name: str) -> str:
        """Give a finished page its policy; one that is left out of the site stays empty."""
        if not html.strip():
            return html
        policy = make_policy(self.note(html, name), self.posted_to, self.also_allow)
        return insert_policy(html, for_preview(policy) if self.is_preview else policy)

    def note(self, html: str, name: str) -> Needs:
        """Note what a page needs, for the headers, and say what it is refused."""
        needs = read_needs(html) if html.strip() else Needs()
        for directive, source in sorted(needs.foreign - self.needs.foreign):
            if source != self.address.netloc and directive not in self.also_allow:
                log.info(
                    f"{name}: the Content-Security-Policy refuses {source} ({directive}); to use "
                    "it all the same, see content_security_policy.also_allow"
                )
        self.needs |= needs
        return needs

    def write_headers(self) -> None:
        """Write the headers for all pages so far; once more after the next language."""
        policy = make_policy(self.needs, self.posted_to, self.also_allow)
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, content in render_headers(policy, self._places()).items():
            (self.folder / name).write_text(content, encoding="utf-8", newline="\n")
        if not self.site_has_headers:
            copyfile(self.folder / HEADERS, self.site / HEADERS)

    def _places(self) -> Sequence[str]:
        """The paths below which the pages stand: one for each language, or that of the site."""
        root = f"{self.address.path.rstrip('/')}/"
        if not self.path:
            return [root]
        folders = map(self.languages.folder, self.languages.of_site)
        return [f"{root}{f'{folder}/' if folder else ''}{self.path}/" for folder in folders]
