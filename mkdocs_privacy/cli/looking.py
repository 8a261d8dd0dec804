"""What a scan looks at: pages in a browser, and recordings of others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_privacy.cli.lazily import import_with_extra
from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.scan import (
    Observation,
    Phase,
    UnreadableRecording,
    host_of,
    read_recording,
    together,
)
from mkdocs_privacy.terminal import printable

if TYPE_CHECKING:
    from mkdocs_privacy.scan.browser import Step


@dataclass(frozen=True, slots=True)
class Looking:
    """What somebody wants to have looked at; the fields are the options."""

    urls: tuple[str, ...]
    sitemap: bool
    steps: Path | None
    recordings: tuple[Path, ...]
    phase: str | None
    accept_selector: str | None
    refuse_selector: str | None
    max_pages: int
    max_seconds: int
    max_hosts: int
    ignore_robots: bool
    browser: Path | None
    has_screenshots: bool

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.urls or self.recordings)


def look(looking: Looking, center: PrivacyCenter) -> Observation:
    """All that was seen; raises ClickException where something cannot be looked at."""
    for url in looking.urls:
        if not host_of(url):
            raise click.UsageError(f"‘{url}’ is no web address: write https://www.shop.example")
    if not looking.urls and (looking.steps or looking.sitemap):
        raise click.UsageError("--steps and --sitemap need a URL to begin from")
    recorded = [_recorded(path, looking.phase) for path in looking.recordings]
    visited = [_visited(looking, center)] if looking.urls else []
    return together((*visited, *recorded))


def _recorded(path: Path, phase: str | None) -> Observation:
    try:
        return read_recording(path, Phase(phase) if phase else None)
    except UnreadableRecording as reason:
        raise click.UsageError(f"--from {path}: {reason}") from None


def _visited(looking: Looking, center: PrivacyCenter) -> Observation:
    import_with_extra("mkdocs_privacy.scan.browser:visit_site", "mkdocs-privacy scan")
    from mkdocs_privacy.scan import browser

    tool = center.consent.service if center.consent else None
    configured = center.cookies[tool].use if tool and center.cookies else None
    visit = browser.SiteVisit(
        addresses=looking.urls,
        steps=_steps(looking),
        has_sitemap=looking.sitemap,
        controls=browser.controls_of(configured, looking.accept_selector, looking.refuse_selector),
        bounds=browser.Bounds(
            looking.max_pages,
            looking.max_seconds,
            looking.max_hosts,
            is_robot=not looking.ignore_robots,
        ),
        has_screenshots=looking.has_screenshots,
        executable=looking.browser,
    )
    try:
        with _progress() as tell:
            return browser.visit_site(visit, tell)
    except browser.NoBrowser as problem:
        raise click.ClickException(
            f"no browser starts ({problem}): install one with `playwright install chromium`, or "
            "name yours with --browser"
        ) from None


def _steps(looking: Looking) -> tuple[Step, ...]:
    if looking.steps is None:
        return ()
    from mkdocs_privacy.scan.browser import WrongSteps, read_steps

    if not looking.steps.exists():
        raise click.UsageError(f"--steps {looking.steps}: there is no such file")
    try:
        return read_steps(read_file(looking.steps), str(looking.steps), looking.urls[0])
    except UnreadableFile as reason:
        raise click.UsageError(f"--steps {looking.steps}: {reason}") from None
    except WrongSteps as problem:
        raise click.UsageError(str(problem)) from None


@contextmanager
def _progress() -> Iterator[Any]:
    """A bar on standard error, where that is a terminal."""
    with ExitStack() as shown:
        bars: list[Any] = []

        def tell(done: int, total: int, what: str) -> None:
            if not sys.stderr.isatty():
                return
            if not bars:
                bar = click.progressbar(
                    length=total,
                    item_show_func=_as_it_is,
                    file=sys.stderr,
                )
                bars.append(shown.enter_context(bar))
            bars[0].update(done - bars[0].pos, printable(what, kept="")[:60])

        yield tell


def _as_it_is(item: str | None) -> str | None:
    return item
