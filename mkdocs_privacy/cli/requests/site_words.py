"""The words and rules of a site, for commands that write to people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.requests.receiving import make_intake
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import Intake, Letter, letter_html, letter_message, letter_text
from mkdocs_privacy.terminal import printable

LETTER_FORMATS = ("text", "html", "eml")


def read_intake(config_file: Path) -> Intake:
    """What knows the forms, the periods and the words of a site; raises ClickException."""
    site = open_site(config_file)
    if not site.is_sound:
        raise click.ClickException(
            f"the site of {config_file} has errors: run `mkdocs-privacy check`"
        )
    return make_intake(site)


def check_language(language: str | None, intake: Intake) -> None:
    """Refuse a language that the site does not have; raises BadParameter."""
    if language and language not in intake.localizations:
        known = ", ".join(intake.localizations)
        raise click.BadParameter(f"‘{language}’ is not one of {known}", param_hint="--language")


def format_letter(
    letter: Letter, request: RightsRequest, intake: Intake, on: date, format_name: str
) -> str:
    """A letter as plain text, as a page to print, or as an e-mail to be sent (`eml`).

    Raises ClickException where no e-mail can go to the person.
    """
    match format_name:
        case "html":
            return letter_html(letter, request, intake, on)
        case "eml":
            sender = intake.contact_for(request).email
            if sender is None:
                raise click.ClickException(
                    "the data has no e-mail address to answer from: add "
                    "`email` under `organisation.contact`"
                )
            message = letter_message(letter, request, intake, sender, on)
            if message is None:
                raise click.ClickException(
                    f"there is no e-mail address for the person of {request.reference}: use "
                    "--format html"
                )
            return message.as_bytes().decode("utf-8")
    return letter_text(letter, request, intake, on)


def tell_open_places(letter: Letter, request: RightsRequest, intake: Intake) -> None:
    """Say what somebody must still fill in before a letter is sent."""
    for place in letter.open_places:
        click.echo(printable(f"still to be filled in: {place}"), err=True)
    tell_own_open_places(request, intake)


def tell_own_open_places(request: RightsRequest, intake: Intake) -> None:
    """Say what of the address of the organisation still is as `init` wrote it, in brackets."""
    own = intake.contact_for(request).address or intake.center.organisation.address
    words = intake.localization(request.language).text
    for line in (words(own.street), own.postal_code, words(own.city)):
        if line and line.startswith("["):
            told = f"still to be filled in: {line}, in the address of your organisation in the data"
            click.echo(printable(told), err=True)
