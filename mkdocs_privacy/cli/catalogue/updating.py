"""`mkdocs-privacy catalogue update`: what moved in the catalogue comes into the lock of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from mkdocs_privacy.catalogue import whole_entry
from mkdocs_privacy.cli.locking import lock_to_write, write_lock
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.options import config_file_option
from mkdocs_privacy.findings import as_text
from mkdocs_privacy.findings.rules.catalogue import BROKEN_LOCK
from mkdocs_privacy.loading import LOCK, Locking, Taken, entry_text
from mkdocs_privacy.model import suggestion
from mkdocs_privacy.terminal import printable


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--diff", "is_diff", is_flag=True, help="Print what has changed; write nothing.")
@config_file_option
def update(ids: Sequence[str], is_diff: bool, config_file: Path) -> None:
    """Take over what has changed in the catalogue, for the entries with these IDs or for all.

    `catalogue.lock`, beside the data, holds every entry that the site takes as it was when it was
    taken. A new version of this package changes nothing of it before you run this command. An ID
    that several kinds have is `processors.mollie`.

    What your pages say then changes, so look at it with `mkdocs-privacy diff` and make a release.

    Exits with 0, with 1 if the data or the lock has errors, and with 2 if the site takes no entry
    with such an ID.

    \b
    Examples:
      mkdocs-privacy catalogue update --diff
      mkdocs-privacy catalogue update
      mkdocs-privacy catalogue update mollie processors.mailchimp
    """
    site = open_site(config_file)
    locking = site.loaded.locking
    if locking is None:
        raise click.ClickException(f"there is no data to take anything:\n{as_text(site.findings)}")
    broken = locking.lock.findings
    if broken and ids:
        raise click.ClickException(
            f"{LOCK} is broken; without IDs this command writes it anew:\n{as_text(broken)}"
        )
    moving = [*_moving(locking, ids)]
    told = [_difference(locking, one) for one in moving]
    if is_diff:
        click.echo(printable("".join(told)) or "Nothing has changed.\n", nl=False)
        return
    errors = [one for one in site.errors if one.rule is not BROKEN_LOCK]
    if errors:
        raise click.ClickException(f"nothing was written: fix the errors first:\n{as_text(errors)}")
    text = lock_to_write(site, moving)
    if text is None:
        click.echo("Nothing has changed.")
        return
    write_lock(site, text)
    for kind, id in moving:
        if locking.lock.entry(kind, id) is not None and _difference(locking, (kind, id)):
            click.echo(f"updated {kind}.{id}")


def _moving(locking: Locking, ids: Sequence[str]) -> Iterator[Taken]:
    """The entries that are asked for, all that are taken where none is; UsageError for others."""
    taken = sorted(locking.taken)
    if not ids:
        yield from taken
        return
    known = [*dict.fromkeys(id for _, id in taken), *(f"{kind}.{id}" for kind, id in taken)]
    for asked in ids:
        found = [one for one in taken if asked in (one[1], ".".join(one))]
        if not found:
            raise click.UsageError(
                f"this site takes no entry ‘{asked}’ of the catalogue{suggestion(asked, known)}"
            )
        yield from found


def _difference(locking: Locking, one: Taken) -> str:
    """What has changed in an entry since it was taken, as a diff; nothing if nothing has."""
    kind, id = one
    before, after = locking.lock.entry(kind, id), whole_entry(locking.shipped, kind, id)
    if before is None or after is None:
        return ""
    return "".join(
        unified_diff(
            entry_text(before).splitlines(keepends=True),
            entry_text(after).splitlines(keepends=True),
            f"{kind}.{id} as it was taken",
            f"{kind}.{id} as it is shipped",
        )
    )
