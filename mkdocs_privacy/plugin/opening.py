"""The site of a build, opened once for all its languages."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from mkdocs_privacy.findings import Finding, has_errors
from mkdocs_privacy.findings.rules.options import DIRTY_BUILD
from mkdocs_privacy.garbage import here_to_stay, look_seldom
from mkdocs_privacy.plugin.reporting import report
from mkdocs_privacy.plugin.security import find_offline_plugin
from mkdocs_privacy.site import CenterOptions, OpenedSite, Reading, SiteSettings

log = get_plugin_logger("privacy-center")

_FROM_DISK = (
    "Material's offline plugin: in pages opened from disk, browsers load no modules. There, "
    "request forms work without their script, forms for Fides offer only e-mail and a letter, and "
    "visitors cannot compare two versions of their choice. On a web server, all of that works"
)


def open_site(
    settings: SiteSettings,
    config: MkDocsConfig,
    reading: Reading,
    *,
    is_preview: bool,
    is_dirty: bool,
) -> OpenedSite:
    """The site of a build; raises PluginError after everything that is wrong was reported."""
    look_seldom()
    with here_to_stay():
        site = OpenedSite(settings, is_preview=is_preview, reading=reading)
        findings = site.findings
    if not has_errors(findings) and not is_preview:  # which shows it, marked as a draft
        findings += site.settle([site.unreleased] if site.unreleased else [])
    if is_dirty:
        findings += tuple(_dirt(settings.options))
    report(findings, is_strict=config.strict)
    standing = site.standing
    if is_preview and standing.shown and standing.in_force and standing.is_announced:
        log.info(
            f"this preview shows {standing.shown.id}, which takes effect on "
            f"{standing.shown.effective}; `mkdocs build` shows {standing.in_force.id}, which is in "
            "force"
        )
    languages = settings.languages
    if others := [code for code in languages.of_site if code not in languages.codes]:
        log.info(
            f"visitors who read {', '.join(others)} get the privacy center in {languages.codes[0]}"
        )
    if not site.standing.history and not is_preview:
        log.info(
            "nothing has been released: every page says that it is a draft, until "
            "`mkdocs-privacy release` makes a version of it"
        )
    if site.standing.history and not site.addresses:
        log.info("there are no feeds of changes: set `site_url` in mkdocs.yml to get them")
    if find_offline_plugin(config):
        log.info(_FROM_DISK)
    return site


def _dirt(options: CenterOptions) -> Iterator[Finding]:
    """Why pages may not stay as an earlier build made them; below a path ours never do."""
    if options.content_security_policy.enabled and not options.path:
        message = (
            "`--dirty` skips pages that have not changed, so the Content-Security-Policy headers "
            "would be incomplete: build without it"
        )
        yield Finding(DIRTY_BUILD, message)
