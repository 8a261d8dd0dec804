"""`mkdocs-privacy requests add`: a request that came another way than by a form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mkdocs_privacy.cli.options import by_option, config_file_option, database_option
from mkdocs_privacy.cli.requests.opening import open_store, read_past_day, sign
from mkdocs_privacy.cli.requests.private_files import write_private
from mkdocs_privacy.cli.requests.site_words import format_letter, read_intake, tell_own_open_places
from mkdocs_privacy.clock import midnight
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import CHANNELS_BY_HAND, FIRST_DAY, Channel, Problem, RightsRequest
from mkdocs_privacy.requests.intake import Intake, receipt_letter, write_down
from mkdocs_privacy.requests.store import MailKind
from mkdocs_privacy.terminal import printable

_BY_HAND = [str(channel) for channel in CHANNELS_BY_HAND]
_MORE = ("audience", "name", "email", "postal_address", "details")


@click.command()
@click.option(
    "--right",
    type=click.Choice([str(request_type) for request_type in RequestType]),
    required=True,
    help="The kind of request; `general` for anything else.",
)
@click.option("--via", type=click.Choice(_BY_HAND), required=True, help="How you received it.")
@click.option(
    "--received", metavar="DATE", help="The day on which you received it.  [default: today]"
)
@click.option(
    "--language", metavar="nl", help="The language of the person.  [default: that of the site]"
)
@click.option(
    "--audience",
    metavar="ID",
    help="The group that the person belongs to, by its id, such as patients; without it you are "
    "told which there are. Needed only if there are several.",
)
@click.option("--name", help="The person's name.")
@click.option("--email", help="The e-mail address for the answer.")
@click.option(
    "--postal-address",
    metavar="TEXT",
    help="The postal address for the answer, with a semicolon between the lines.",
)
@click.option("--details", metavar="TEXT", help="What was asked, in the person's words.")
@click.option(
    "--field",
    "fields",
    metavar="NAME=VALUE",
    multiple=True,
    help="Another field of the form, such as incorrect=…; repeat the option for each value.",
)
@click.option(
    "--letter",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a letter that confirms receipt to this file (HTML), to be printed.",
)
@click.option(
    "--confirm-by-mail",
    is_flag=True,
    help="Let the receiver send the confirmation by e-mail, as after a form.",
)
@by_option
@config_file_option
@database_option
def add(
    right: str,
    via: str,
    received: str | None,
    language: str | None,
    fields: tuple[str, ...],
    letter: Path | None,
    confirm_by_mail: bool,
    by: str,
    config_file: Path,
    database: str,
    **more: str | None,
) -> None:
    """Add a request that came by telephone, letter, e-mail or at the counter.

    A request needs no form (GDPR article 12(2)). The time to answer runs from the day on which you
    received it. If there is no database, one is created.

    \b
    Examples:
      mkdocs-privacy requests add --right access --via telephone --audience customers
        --name "An Peeters" --email an@example.be
      mkdocs-privacy requests add --right erasure --via letter --received YYYY-MM-DD
        --audience customers --name "An Peeters" --postal-address "Kerkstraat 1; 2580 Putte"
        --letter receipt.html
    """
    day = read_past_day(received, "--received")
    if day < FIRST_DAY:
        raise click.BadParameter(
            f"{day} is before {FIRST_DAY}, the first day of the GDPR", param_hint="--received"
        )
    intake = read_intake(config_file)
    signature = sign(by)
    is_today = day == signature.at.date()
    at = signature.at if is_today else midnight(day)
    written = _read_fields(right, language, fields, more, intake)
    request = write_down(written, at, intake)
    if not isinstance(request, RightsRequest):
        reasons = _problems_in_words(request, RequestType(right), intake)
        raise click.ClickException("\n  ".join(["the request cannot be added:", *reasons]))
    if confirm_by_mail and not request.email:
        raise click.UsageError("--confirm-by-mail needs --email.")
    if letter:
        receipt = receipt_letter(request, intake)
        write_private(letter, format_letter(receipt, request, intake, signature.at.date(), "html"))
        tell_own_open_places(request, intake)
    with open_store(database, create=True) as store:
        mails = [MailKind.SENDER] if confirm_by_mail else []
        store.add(request, mails, Channel(via), signature)
    click.echo(f"{request.reference}: {request.request_type}, due {request.expected_by}")
    if letter:
        click.echo(printable(f"wrote {letter}: print it, sign it and send it"))


def _read_fields(
    right: str,
    language: str | None,
    fields: tuple[str, ...],
    more: dict[str, str | None],
    intake: Intake,
) -> dict[str, Any]:
    """What the options say, by the names of the contract; raises UsageError."""
    read: dict[str, Any] = {"right": right, "language": language or intake.default.language}
    read |= {name: more[name] for name in _MORE if more[name]}
    if "postal_address" in read:
        read["postal_address"] = "\n".join(
            line.strip() for line in str(read["postal_address"]).split(";")
        )
    known = {field.name: field for form in intake.forms.values() for field in form.fields}
    if "audience" not in read and "audience" in known and len(known["audience"].options) == 1:
        read["audience"] = known["audience"].options[0]
    for written in fields:
        name, separator, value = written.partition("=")
        if not separator or (name in read and name not in known):
            raise click.UsageError(f"--field {written}: write NAME=VALUE, such as order=2026-0042.")
        is_list = name in known and known[name].kind.takes_several
        read[name] = [*read.get(name, ()), value] if is_list else value
    return read


def _problems_in_words(
    problems: tuple[Problem, ...], right: RequestType, intake: Intake
) -> list[str]:
    reasons = {
        "missing": "is missing{choices}",
        "unknown": "is not one of its choices{choices}",
        "unexpected": "is not a field of this form",
        "wrong": "is not valid",
        "too_long": "is too long",
    }
    asked = intake.forms[right].fields if right in intake.forms else ()
    choices = {field.name: field.options for field in asked if field.name == "audience"}
    choices["language"] = tuple(intake.localizations)
    choices["right"] = tuple(intake.forms)
    if right is RequestType.COMPLAINT and right not in intake.forms:
        reasons["unknown"] += (
            ". Your pages offer no form for complaints to you: add this one as `general`. If they "
            "should, write `complaints: {{}}` in `rights` of your data, and release it"
        )
    return [
        f"{problem.field}: "
        + reasons.get(problem.rule, problem.rule).format(choices=_listed(choices, problem.field))
        for problem in problems
    ]


def _listed(choices: dict[str, tuple[str, ...]], field: str | None) -> str:
    return f": write --{field} and one of {', '.join(choices[field])}" if field in choices else ""
