"""One check of a site: what `check` finds, whatever it then does with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.rule_choice import RuleChoice
from mkdocs_privacy.findings import Finding
from mkdocs_privacy.findings.rules.catalogue import NO_LOCK
from mkdocs_privacy.findings.rules.releases import NO_RELEASE
from mkdocs_privacy.garbage import here_to_stay
from mkdocs_privacy.mkdocs_conflicts import find_conflicts, replace_stubs
from mkdocs_privacy.mkdocs_settings import list_docs
from mkdocs_privacy.registry import Quiet
from mkdocs_privacy.site import (
    OpenedSite,
    find_broken_templates,
    find_links_broken_on_disk,
    find_moved_wording,
)

_NO_LOCK = (
    "there is no catalogue.lock, so a new version of this package may change your data: run "
    "`mkdocs-privacy catalogue update`"
)
_NO_RELEASE = (
    "nothing has been released yet, so every page says that it is a draft: when the texts are "
    "right, run `mkdocs-privacy release --effective YYYY-MM-DD`"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to have checked."""

    config_file: Path
    data: Path | None
    languages: str | None
    rules: RuleChoice
    catalogues: tuple[Path, ...] = ()
    """Folders with a catalogue of the site's own, instead of those in mkdocs.yml."""

    @property
    def is_configured(self) -> bool:
        """Whether a mkdocs.yml says what there is."""
        return not (self.data and self.languages)

    def open(self) -> OpenedSite:
        """The site as it is now; raises ClickException where there is none."""
        site = open_site(self.config_file, self.data, self.languages, self.catalogues)
        return replace(site, settings=self.rules.made_in(site.settings))


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and what of it is not shown."""

    site: OpenedSite
    findings: tuple[Finding, ...]
    quiet: tuple[Quiet, ...]


def check_site(asked: Asked) -> Checked:
    """Everything that can be told of a site without building it."""
    with here_to_stay():
        return _check_site(asked)


def _check_site(asked: Asked) -> Checked:
    site = asked.open()
    further = tuple(_further_findings(site, asked.is_configured)) if site.is_sound else ()
    if site.is_sound and asked.is_configured:
        further = (*_conflicts_in_docs(site, asked.config_file), *further)
    later = site.wanted.settle(further)
    quiet = (*site.settled.quiet, *later.quiet)
    findings = (*site.settled.findings, *later.findings)
    if site.is_sound:
        findings = (*findings, *site.settle(site.wanted.find_unused_late(quiet)))
        old = {one.fingerprint for one in quiet if one.fingerprint}
        findings = (*findings, *site.settle(site.wanted.baseline.find_outdated(old)))
    return Checked(site, findings, quiet)


def _conflicts_in_docs(site: OpenedSite, config_file: Path) -> tuple[Finding, ...]:
    """What in the docs folder would stand in the place of ours; other plugins are not asked."""
    files = list_docs(config_file, site.settings.base)
    replace_stubs(files)
    return find_conflicts(files, site)


def _further_findings(site: OpenedSite, is_configured: bool) -> Iterator[Finding]:
    """What can be told of a site without errors: its templates, how it stands to its releases.

    Without a mkdocs.yml nobody knows how readers are addressed, and so what words they got.
    """
    broken = [*find_broken_templates(site)]
    yield from broken or find_links_broken_on_disk(site)
    history = site.archive.history
    locking = site.loaded.locking
    if len(history) and locking and locking.taken and not locking.lock.exists:
        yield Finding(NO_LOCK, _NO_LOCK)
    if history.newest is None:
        yield Finding(NO_RELEASE, _NO_RELEASE)
        return
    if site.unreleased:
        yield site.unreleased
    in_force = history.in_force(site.today)
    moved = find_moved_wording(in_force, site) if in_force and is_configured else None
    if moved:
        yield moved
