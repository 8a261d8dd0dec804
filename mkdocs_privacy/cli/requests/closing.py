"""`mkdocs-privacy requests close`: a request was answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from mkdocs_privacy.cli.options import by_option, database_option
from mkdocs_privacy.cli.requests.opening import find_request, open_store, read_past_day, sign
from mkdocs_privacy.cli.requests.status_words import status_in_words
from mkdocs_privacy.requests import Decision, Ground, Outcome


def decision_options(*, outcome_required: bool) -> Callable[[Callable[..., Any]], Any]:
    """The options that say how a request is decided."""

    def decorate(command: Callable[..., Any]) -> Any:
        for option in reversed(
            (
                click.option(
                    "--outcome",
                    type=click.Choice([str(outcome) for outcome in Outcome]),
                    required=outcome_required,
                    help="How it ended.",
                ),
                click.option(
                    "--ground",
                    type=click.Choice([str(ground) for ground in Ground]),
                    help="The ground of a refusal or a partial refusal.",
                ),
                click.option(
                    "--explanation",
                    metavar="TEXT",
                    help="For the person, in their language: what you did not do and why, or who "
                    "answers instead.",
                ),
                click.option(
                    "--on", metavar="DATE", help="The day of the answer.  [default: today]"
                ),
            )
        ):
            command = option(command)
        return command

    return decorate


def read_decision(
    outcome: str, ground: str | None, explanation: str | None, on: str | None, note: str | None
) -> Decision:
    """The decision that the options say; raises BadParameter for a day that is none."""
    return Decision(
        Outcome(outcome),
        read_past_day(on, "--on"),
        Ground(ground) if ground else None,
        explanation,
        note,
    )


@click.command()
@click.argument("reference")
@decision_options(outcome_required=True)
@click.option("--note", metavar="TEXT", help="For you only: a note about this decision.")
@by_option
@database_option
def close(
    reference: str,
    outcome: str,
    ground: str | None,
    explanation: str | None,
    on: str | None,
    note: str | None,
    by: str,
    database: str,
) -> None:
    """Mark the request REFERENCE as answered.

    This sends nothing: draft the answer with `mkdocs-privacy requests draft` and send it first. A
    closed request is permanently deleted after the time that `mkdocs-privacy receive` prints at
    its start: that of your policy, unless you chose another.

    \b
    Outcomes:
      granted         you did what was asked
      partly_granted  you did a part of it; needs --ground and --explanation
      refused         needs --ground; your answer must give the reason, and say how to complain
                      and go to court (GDPR article 12(4))
      nothing_found   you have no data about this person
      withdrawn       the person withdrew the request
      passed_on       you passed it on to the controller for whom you process data; needs
                      --explanation with the name of the controller

    \b
    Grounds, by kind of request:
      any              not_identified (12(2))
      rights 15 to 22  manifestly_unfounded, excessive (12(5): show why in --explanation),
                       national_law (23); not for direct-marketing (21(3))
      access           rights_of_others (15(4))
      rectification    data_are_correct (16)
      erasure          no_ground_for_erasure (17(1)), freedom_of_expression, legal_obligation,
                       public_health, archiving, legal_claims (17(3)(a) to (e))
      restriction      no_ground_for_restriction (18(1))
      portability      not_portable (20(1)), rights_of_others (20(4))
      objection        compelling_grounds, needed_for_claims, no_objection_possible (21(1))
      automated-decisions  needed_for_contract, allowed_by_law, explicit_consent (22(2))
      complaint-to-us  unfounded_complaint

    \b
    Examples:
      mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome granted
      mkdocs-privacy requests close 7K3F-9QXZ-W2M4-6H8T --outcome partly_granted
        --ground legal_obligation --explanation "Wij bewaren uw facturen nog tot 2033."
    """
    decision = read_decision(outcome, ground, explanation, on, note)
    with open_store(database) as store:
        found = find_request(store, reference)
        closed = store.close(found.request.reference, decision, sign(by))
    in_words = status_in_words(closed, decision.on)
    click.echo(f"closed {closed.request.reference}: {in_words} (due {closed.due})")
