"""`mkdocs-privacy import-version`: an old policy that exists only as text becomes a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from markupsafe import Markup

from mkdocs_privacy.cli.announcement import announcement_options, read_announcement
from mkdocs_privacy.cli.freezing import freeze, refuse
from mkdocs_privacy.cli.imported_text import read_texts
from mkdocs_privacy.cli.opening import open_site, today_of
from mkdocs_privacy.cli.options import config_file_option, dry_run_option
from mkdocs_privacy.cli.reporting import report
from mkdocs_privacy.exports import plain_text
from mkdocs_privacy.findings import Finding, has_errors, in_order_of_place
from mkdocs_privacy.findings.rules.imports import IMPORT_TITLE
from mkdocs_privacy.lint import LINT_RULES, read_text
from mkdocs_privacy.localization import BrokenCatalog, available_languages
from mkdocs_privacy.model import base_language
from mkdocs_privacy.pages import imported_document
from mkdocs_privacy.releases import NewRelease, words_to_show
from mkdocs_privacy.site import OpenedSite

_NOT_OLD = (
    "the date {} is in the future. Use import-version for a policy that has already applied, and "
    "`mkdocs-privacy release` for a new one"
)
_NO_TITLE = (
    "the text has no title: begin it with `# Title` (in a .md file). Without a title, the title "
    "of your current policy is used, but your data has errors: run `mkdocs-privacy check`"
)


@click.command()
@click.option(
    "--text",
    "texts",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    required=True,
    metavar="FILE.nl.md",
    help="The policy in one language: Markdown (.md) or plain text (.txt). The file name gives the "
    "language, such as policy.nl.md. Repeat the option for each language.",
)
@config_file_option
@announcement_options
@dry_run_option
def import_version(
    texts: tuple[Path, ...], config_file: Path, dry_run: bool, **announced: Any
) -> None:
    """Import the text of an old policy as a past version.

    Import the oldest version first, and all of them before your first release: a version cannot be
    added before another. For an imported version, only the words can be compared.

    In Markdown, the first-level heading is the title. Without one, and in plain text, the title of
    your current policy is used. In plain text, blank lines separate paragraphs.

    Rules on wording read the text, and what they find is a note: an old policy says what it said.

    Exits with 0 if it was imported (or could be, with --dry-run), with 1 if a text or a date cannot
    be used, and with 2 if an option is wrong.

    \b
    Examples:
      mkdocs-privacy import-version --effective 2018-05-25 --text old/policy.nl.md
      mkdocs-privacy import-version --effective 2021-01-07 \\
          --text policy.nl.txt --text policy.fr.txt
    """
    site = open_site(config_file)
    said = read_announcement(announced, site.languages, today_of(site))
    documents, findings = _documents(texts, site)
    found = in_order_of_place((*site.findings_beside_data, *findings))
    report(found)
    if has_errors(found):
        raise click.ClickException("nothing was imported: fix the errors first")
    new = NewRelease(said.effective, said.announced, documents, note=said.note)
    is_ahead = said.effective > site.today
    refuse(new, site, [*([_NOT_OLD.format(said.effective)] if is_ahead else []), *_same(new, site)])
    freeze(new, site, dry_run=dry_run)


def _same(new: NewRelease, site: OpenedSite) -> Iterator[str]:
    """That the same texts are there already with this date: somebody types a command again."""
    words = {language: words_to_show(document) for language, document in new.documents.items()}
    for release in site.archive.history:
        if (release.effective, dict(release.words)) == (new.effective, words):
            yield f"this is already there, as {release.id}"


def _documents(
    files: Iterable[Path], site: OpenedSite
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The documents to freeze, by language, and all that is wrong with the texts."""
    known = sorted({*available_languages([site.settings.data / "locales"]), *site.languages})
    texts, found = read_texts(files, known, site.languages)
    documents, findings = {}, list(found)
    for text in texts:
        body = text.body(None) or text.body(_title(text.language, site))
        if body is None:
            findings.append(Finding(IMPORT_TITLE, _NO_TITLE, place=text.place))
        else:
            language = base_language(text.language)
            findings += read_text(text.words, language, LINT_RULES, text.place)
            title = plain_text(Markup(body.partition("<h1>")[2].partition("</h1>")[0]))
            documents[text.language] = imported_document(title, text.language, body)
    return documents, tuple(findings)


def _title(language: str, site: OpenedSite) -> str | None:
    """What the policy is called today, where data and words are without errors."""
    if site.loaded.center is None:
        return None
    try:
        say = site.localization(language).message
    except BrokenCatalog:
        return None
    return say("policy.heading", organisation=site.loaded.center.organisation.name).unescape()
