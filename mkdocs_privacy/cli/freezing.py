"""What `release` and `import-version` have in common: a release is refused, shown or written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_privacy.cli.locking import lock_file, lock_to_write, write_lock
from mkdocs_privacy.cli.opening import today_of
from mkdocs_privacy.releases import (
    FOR_GIT,
    NewRelease,
    ReleaseRefused,
    check_new,
    lay_out,
    write_release,
)
from mkdocs_privacy.site import OpenedSite


def refuse(new: NewRelease, site: OpenedSite, more: Sequence[str] = ()) -> None:
    """Raise ClickException with every reason why it cannot be released, if there is any."""
    reasons = (*check_new(new, site.archive.history, today_of(site)), *more)
    if reasons:
        raise _refusal(reasons)


def freeze(new: NewRelease, site: OpenedSite, *, dry_run: bool) -> Path | None:
    """Write the release and return its folder, or print every file that would be written."""
    if dry_run:
        id, files = lay_out(new, site.archive.history)
        written = {site.releases / id / name: content for name, content in files.items()}
        beside = {site.releases / name: content for name, content in FOR_GIT.items()}
        written |= {path: content for path, content in beside.items() if not path.exists()}
        if text := lock_to_write(site):
            written[lock_file(site)] = text.encode()
        for path, content in written.items():
            click.echo(f"==> {site.shown(path)} <==\n{content.decode()}")
        click.echo("Nothing was written.", err=True)
        return None
    if text := lock_to_write(site):
        write_lock(site, text)  # first: who is interrupted after it releases again, with it there
    try:
        folder = write_release(site.releases, new, site.today, seen=site.archive.history)
    except ReleaseRefused as refused:
        raise _refusal(str(refused).splitlines()) from None
    for file in sorted(folder.iterdir()):
        click.echo(f"wrote {site.shown(file)}")
    click.echo(
        f"\nCommit {site.shown(site.releases)} without changes: every build checks the hashes.\nIf "
        f"nobody has seen this release yet, you can undo it: delete {site.shown(folder)}"
    )
    return folder


def _refusal(reasons: Sequence[str]) -> click.ClickException:
    return click.ClickException("\n  ".join(["nothing was released:", *reasons]))
