"""`mkdocs-privacy requests extend`: more time for a request that needs it."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.options import by_option, config_file_option, database_option
from mkdocs_privacy.cli.requests.opening import find_request, open_store, read_past_day, sign
from mkdocs_privacy.cli.requests.private_files import write_private
from mkdocs_privacy.cli.requests.site_words import format_letter, read_intake, tell_own_open_places
from mkdocs_privacy.requests import (
    Extension,
    ExtensionReason,
    extended_until,
    problems_of_extension,
)
from mkdocs_privacy.requests.intake import extension_letter
from mkdocs_privacy.terminal import printable


@click.command()
@click.argument("reference")
@click.option(
    "--reason",
    type=click.Choice([str(reason) for reason in ExtensionReason]),
    required=True,
    help="`complex`: the request is complex; `number`: there are many requests.",
)
@click.option(
    "--explanation", metavar="TEXT", help="For the person, in their language: the reason in detail."
)
@click.option(
    "--told-on",
    metavar="DATE",
    help="The day on which you tell the person. Without --by-mail and --letter: the day on which "
    "you told them yourself.  [default: today]",
)
@click.option("--by-mail", is_flag=True, help="Let the receiver tell the person by e-mail.")
@click.option(
    "--letter",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a letter to the person to this file (HTML), to be printed.",
)
@by_option
@config_file_option
@database_option
def extend(
    reference: str,
    reason: str,
    explanation: str | None,
    told_on: str | None,
    by_mail: bool,
    letter: Path | None,
    by: str,
    config_file: Path,
    database: str,
) -> None:
    """Extend the time to answer the request REFERENCE, once (GDPR article 12(3)).

    The new due date is one month after receipt, plus `rights.extension` in the data (two months by
    law). You must tell the person, with the reason, within a month of receipt: by e-mail with
    --by-mail, with the letter that --letter writes, or in your own words on the day of --told-on.
    An answer by the new date counts as in time.

    \b
    Examples:
      mkdocs-privacy requests extend 7K3F-9QXZ-W2M4-6H8T --reason complex --by-mail
      mkdocs-privacy requests extend 7K3F-9QXZ-W2M4-6H8T --reason number --letter extension.html
    """
    if by_mail and told_on:
        raise click.UsageError(
            "--told-on cannot be combined with --by-mail: it is for a person whom you told "
            "yourself."
        )
    if not (by_mail or letter or told_on):
        raise click.UsageError(
            "give --by-mail, --letter FILE, or --told-on DATE if you told the person yourself."
        )
    day = read_past_day(told_on, "--told-on")
    intake = read_intake(config_file)
    country = intake.center.organisation.address.country
    signature = sign(by)
    with open_store(database) as store:
        found = find_request(store, reference).request
        received = found.received_at.date()
        if by_mail and not found.email:
            raise click.UsageError("--by-mail: no e-mail address is known. Use --letter.")
        problems = problems_of_extension(found.request_type, received, day, country)
        if problems:
            told = "\n  ".join([f"request {found.reference} cannot be extended:", *problems])
            raise click.ClickException(told)
        until = extended_until(received, intake.center.rights.extension, country)
        extension = Extension(until, ExtensionReason(reason), day, explanation)
        if letter:
            told = format_letter(
                extension_letter(found, extension, intake), found, intake, day, "html"
            )
            write_private(letter, told)
            tell_own_open_places(found, intake)
        store.extend(found.reference, extension, signature, by_mail=by_mail)
    click.echo(f"extended {found.reference}: due {until}")
    if letter:
        click.echo(printable(f"wrote {letter}: print it, sign it and send it by {day}"))
    if by_mail:
        told = (
            f"the receiver sends an e-mail to {found.email} within a minute, or when it runs again"
        )
        click.echo(printable(told), err=True)
