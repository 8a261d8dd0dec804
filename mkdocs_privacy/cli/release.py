"""`mkdocs-privacy release`: the data and the words as they are now, frozen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from jinja2 import TemplateError

from mkdocs_privacy.changelog import ToldGroup, problems_of_notice, tell_groups
from mkdocs_privacy.cli.announcement import (
    announcement_options,
    read_announcement,
    read_reason,
    reason_options,
)
from mkdocs_privacy.cli.freezing import freeze, refuse
from mkdocs_privacy.cli.opening import open_site, problem_of_language, today_of
from mkdocs_privacy.cli.options import config_file_option, dry_run_option, language_option
from mkdocs_privacy.cli.reporting import counted_by_severity, report
from mkdocs_privacy.cli.told_changes import as_text
from mkdocs_privacy.findings import Finding, Severity, has_errors
from mkdocs_privacy.findings import as_text as findings_as_text
from mkdocs_privacy.findings.rules.data import LEFT_TO_DECIDE
from mkdocs_privacy.lint import placeholder_left
from mkdocs_privacy.localization import Localization, LocalizedCenter
from mkdocs_privacy.model import PrivacyCenter, Text
from mkdocs_privacy.pages import policy_document
from mkdocs_privacy.releases import ChosenRevision, NewRelease, Release, words_to_show
from mkdocs_privacy.site import (
    OpenedSite,
    explain_template,
    find_links_broken_on_disk,
)

_MEND_FIRST = "nothing was released: fix the errors first"
_LEFT = (LEFT_TO_DECIDE, placeholder_left.rule)


@click.command()
@config_file_option
@announcement_options
@reason_options("backdate", "Allow a date in the past: the reason why you record it afterwards")
@reason_options(
    "short-notice", "Allow less notice than `changes:` in the data promises: the reason"
)
@click.option(
    "--consent-revision",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="The consent revision, where you do not want the one that the changes give.",
)
@reason_options("consent-reason", "The reason for --consent-revision")
@dry_run_option
@language_option
def release(
    config_file: Path,
    dry_run: bool,
    language: str | None,
    consent_revision: int | None,
    **announced: Any,
) -> None:
    """Freeze the data and the policy in every language, as the release that takes effect on DATE.

    It checks the data, lists the changes since the previous release as visitors will read them, and
    writes a new folder into `releases` beside the data. It never overwrites anything, and writes
    all of the release or nothing. If you add a note, add it in every language of the site.

    If the data promises notice of an important change or a new sub-processor (`notice_period` and
    `objection_period` under `changes:`), a release that gives less notice needs --short-notice.

    The consent revision rises by itself when something changes that consent rests on, such as a new
    service that asks for it. With --consent-revision and --consent-reason you choose it yourself.

    Exits with 0 if it was released (or could be, with --dry-run). Exits with 1 if the data has
    errors or no changes, if something is still to be filled in or decided, if a date is not
    possible, or if a promise is broken. Exits with 2 if an option is wrong.

    \b
    Examples:
      mkdocs-privacy release --effective YYYY-MM-DD
      mkdocs-privacy release --effective YYYY-MM-DD --dry-run
      mkdocs-privacy release --effective YYYY-MM-DD --note-file note.yml
      mkdocs-privacy release --effective 2024-05-01 \\
          --backdate-nl "Overgenomen van onze oude website" \\
          --backdate-fr "Repris de notre ancien site"

    On a site in one language, --backdate alone is enough.
    """
    site = open_site(config_file)
    problem = problem_of_language(site, language)
    problems = [problem] if problem else []
    backdate, short_notice = (
        read_reason(name, announced, site.languages, problems)
        for name in ("backdate", "short-notice")
    )
    chosen = _chosen_revision(
        consent_revision,
        read_reason("consent-reason", announced, site.languages, problems),
        problems,
    )
    said = read_announcement(announced, site.languages, today_of(site), problems)
    left = [finding for finding in site.findings if _is_left(finding)]
    _report_what_matters([finding for finding in site.findings if finding not in left])
    if has_errors(site.findings):
        raise click.ClickException(_MEND_FIRST)
    _refuse_what_is_left(left)
    center = site.working
    documents = _documents(center, site)
    report(site.settle(find_links_broken_on_disk(site)))
    new = NewRelease(
        *(said.effective, said.announced, documents, center),
        *(said.note, backdate, short_notice, chosen),
        addresses={
            language: dict(where.steps)
            for language, where in site.page_addresses_of(center).items()
            if where.steps
        },
    )
    history, localization = site.archive.history, site.localization(language)
    newest = history.newest
    since_newest = _changes(newest, center, localization)
    same = _same_as(newest) if newest and not (since_newest or _moved_words(newest, new)) else ()
    of_each = (change for told in since_newest for change in told.group.changes)
    refuse(new, site, (*same, *problems_of_notice(new, newest, of_each)))
    before = history.last_applying(newest, new.effective, new.announced) or newest
    changes = since_newest if before is newest else _changes(before, center, localization)
    if newest and before is not newest:
        click.echo(f"It replaces {newest.id}, which will not apply.")
    click.echo(_told(before, changes, _moved_words(before, new), localization))
    folder = freeze(new, site, dry_run=dry_run)
    if folder and any(told.is_material for told in changes):
        click.echo(
            "Publish the site. Then tell people of this release: "
            f"mkdocs-privacy notice {folder.name}"
        )


def _chosen_revision(
    number: int | None, reason: Text | None, problems: list[str]
) -> ChosenRevision | None:
    """The consent revision that was typed, with its reason; what is wrong joins `problems`."""
    is_refused = any(one.startswith("--consent-reason") for one in problems)
    if (number is None) is not (reason is None) and not is_refused:
        problems.append(
            "--consent-revision and --consent-reason go together: give both, or leave both out"
        )
    return ChosenRevision(number=number, reason=reason) if number and reason else None


def _is_left(finding: Finding) -> bool:
    """Whether it names what is still to be filled in or decided, and mkdocs.yml let it count."""
    return finding.rule in _LEFT and finding.severity is not Severity.INFO


def _report_what_matters(findings: Sequence[Finding]) -> None:
    """Print errors and warnings, and how many infos there are besides, which `check` has shown."""
    report([finding for finding in findings if finding.severity is not Severity.INFO])
    infos = [finding for finding in findings if finding.severity is Severity.INFO]
    if infos:
        click.echo(f"{counted_by_severity(infos)}: `mkdocs-privacy check` lists them", err=True)


def _refuse_what_is_left(left: Sequence[Finding]) -> None:
    """Raise ClickException with what a release would keep for ever."""
    if left:
        raise click.ClickException(
            "nothing was released, because a release cannot be changed: fill in and decide this "
            f"first:\n{findings_as_text(left)}"
        )


def _same_as(newest: Release) -> tuple[str, ...]:
    return (f"there is nothing new: the data and the wording are the same as in {newest.id}",)


def _documents(center: PrivacyCenter, site: OpenedSite) -> dict[str, str]:
    """The policy in every language of the site, as `mkdocs build` renders it.

    Raises ClickException where a template of the site's own cannot be used.
    """
    try:
        return {
            language: policy_document(
                LocalizedCenter(center, localization, site.loaded.catalogue), site.frozen_pages
            )
            for language, localization in site.localizations().items()
        }
    except TemplateError as error:
        report([explain_template(error, site)])
        raise click.ClickException(_MEND_FIRST) from None


def _changes(
    before: Release | None, center: PrivacyCenter, localization: Localization
) -> tuple[ToldGroup, ...]:
    """What has changed in the data since a release, where that has data."""
    if before is None or before.center is None:
        return ()
    return tell_groups(before.center, center, localization, center)


def _moved_words(before: Release | None, new: NewRelease) -> list[str]:
    """The languages in which the words are not those of a release."""
    if before is None:
        return []
    words = {language: words_to_show(document) for language, document in new.documents.items()}
    either = dict.fromkeys([*words, *before.words])
    return [code for code in either if words.get(code) != before.words.get(code)]


def _told(
    before: Release | None,
    changes: Sequence[ToldGroup],
    moved: Sequence[str],
    localization: Localization,
) -> str:
    if before is None:
        return "This is the first release.\n"
    if before.center is None:
        return f"{before.id} was imported as text: only the words can be compared with it.\n"
    if changes:
        return f"What has changed since {before.id}:\n\n{as_text(changes, localization)}\n"
    if moved:
        return (
            f"The data is the same as in {before.id}; the wording differs in {', '.join(moved)}.\n"
        )
    return f"The data and the wording are the same as in {before.id}.\n"
