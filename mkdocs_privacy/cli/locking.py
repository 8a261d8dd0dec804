"""Writing `catalogue.lock`: what a site took from the catalogue, as it was then."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from mkdocs_privacy.loading import LOCK, Taken
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.writing import write_whole


def lock_file(site: OpenedSite) -> Path:
    """Where the lock of a site stands."""
    return site.settings.data / LOCK


def lock_to_write(site: OpenedSite, moving: Iterable[Taken] = ()) -> str | None:
    """The lock with all that the site takes, some of it as it is shipped today; nothing if that is
    what the file says already, or where nothing is taken."""
    locking, file = site.loaded.locking, lock_file(site)
    if locking is None or not (locking.taken or locking.lock.exists):
        return None
    text = locking.text(moving)
    try:
        is_written = file.read_bytes() == text.encode()
    except OSError:
        is_written = False
    return None if is_written else text


def write_lock(site: OpenedSite, text: str) -> None:
    """Write the lock, all of it or nothing."""
    file = lock_file(site)
    write_whole(file, text.encode("utf-8"), follows_links=False)
    click.echo(f"wrote {site.shown(file)}")
