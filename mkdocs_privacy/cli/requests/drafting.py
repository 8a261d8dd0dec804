"""`mkdocs-privacy requests draft`: the words of a letter or an e-mail about a request."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.cli.options import config_file_option, database_option
from mkdocs_privacy.cli.requests.closing import decision_options, read_decision
from mkdocs_privacy.cli.requests.opening import find_request, open_store, read_today
from mkdocs_privacy.cli.requests.private_files import write_private
from mkdocs_privacy.cli.requests.site_words import (
    LETTER_FORMATS,
    check_language,
    format_letter,
    read_intake,
    tell_open_places,
)
from mkdocs_privacy.requests import Decision, problems_of_decision
from mkdocs_privacy.requests.intake import (
    Intake,
    Letter,
    LetterKind,
    answer_letter,
    extension_letter,
    receipt_letter,
)
from mkdocs_privacy.requests.store import StoredRequest
from mkdocs_privacy.terminal import printable


@click.command()
@click.argument("reference")
@click.option(
    "--letter",
    "kind",
    type=click.Choice([str(kind) for kind in LetterKind]),
    default=str(LetterKind.ANSWER),
    show_default=True,
    help="What to draft.",
)
@decision_options(outcome_required=False)
@click.option(
    "--language", metavar="nl", help="The language of the letter, instead of the person's."
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(LETTER_FORMATS),
    default="text",
    show_default=True,
    help="`html` is a page to print, `eml` an e-mail for your mail program.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; only you can read it. Default: standard output.",
)
@config_file_option
@database_option
def draft(
    reference: str,
    kind: str,
    outcome: str | None,
    ground: str | None,
    explanation: str | None,
    on: str | None,
    language: str | None,
    format_name: str,
    output: Path | None,
    config_file: Path,
    database: str,
) -> None:
    """Draft the answer to the request REFERENCE, in the language of the person.

    For an open request, give the outcome: `mkdocs-privacy requests close --help` lists outcomes and
    grounds. This sends nothing and changes nothing. Fill in the texts in square brackets. A draft
    is not legal advice: read it before you send it.

    \b
    Examples:
      mkdocs-privacy requests draft 7K3F-9QXZ-W2M4-6H8T --outcome granted
      mkdocs-privacy requests draft 7K3F-9QXZ-W2M4-6H8T --outcome refused --ground excessive
        --explanation "U vroeg dit in drie maanden twaalf keer." --format eml --output answer.eml
      mkdocs-privacy requests draft 7K3F-9QXZ-W2M4-6H8T --letter receipt --format html
    """
    intake = read_intake(config_file)
    check_language(language, intake)
    with open_store(database, only_reads=True) as store:
        stored = find_request(store, reference)
    decision = read_decision(outcome, ground, explanation, on, None) if outcome else None
    letter, day = _letter(LetterKind(kind), stored, decision, intake, language), read_today()
    written = format_letter(letter, stored.request, intake, day, format_name)
    tell_open_places(letter, stored.request, intake)
    if stored.is_unproven:
        told = (
            f"{stored.request.email} is not confirmed: do not send personal data there "
            "before you know"
        )
        click.echo(printable(f"{told} that it is the person's"), err=True)
    if output is None:
        click.echo(printable(written.replace("\r\n", "\n")))  # an e-mail has the line ends of SMTP
        return
    write_private(output, written)
    click.echo(printable(f"wrote {output}"))


def _letter(
    kind: LetterKind,
    stored: StoredRequest,
    decision: Decision | None,
    intake: Intake,
    language: str | None,
) -> Letter:
    request = stored.request
    match kind:
        case LetterKind.RECEIPT:
            return receipt_letter(request, intake, language)
        case LetterKind.EXTENSION:
            if stored.extension is None:
                raise click.ClickException(
                    f"request {request.reference} was not extended: see `mkdocs-privacy requests "
                    "extend`"
                )
            return extension_letter(request, stored.extension, intake, language)
    decided = decision or stored.decision
    if decided is None:
        raise click.UsageError(f"request {request.reference} is open: give --outcome.")
    if problems := problems_of_decision(decided, request.request_type):
        raise click.ClickException("\n  ".join(["this decision is not possible:", *problems]))
    return answer_letter(request, decided, intake, language)
