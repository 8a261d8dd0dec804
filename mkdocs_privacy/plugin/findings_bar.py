"""The findings above a page in draft in `mkdocs serve`: a bar that opens, without a script."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_privacy.findings import Finding, Place, Severity
from mkdocs_privacy.plugin.source_view import source_link
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.terminal import counted, printable

_PLACE = "[[privacy-center: findings]]"
"""Where they come to stand in a page: words, which plugins that shorten pages leave as they are."""


@dataclass(frozen=True, slots=True)
class FindingsBar:
    """The same above every page of a build, so it is made once.

    It goes into pages when they are finished: there may be thousands of findings, and search, and
    the policy of a page, would read all of them on every page.
    """

    frame: str = ""
    """What stands in a page until it is finished; nothing where there is no bar."""
    content: str = ""

    def fill(self, html: str) -> str:
        """A finished page, with the findings in its frame."""
        return html.replace(_PLACE, self.content, 1) if self.frame else html


def findings_bar(site: OpenedSite) -> FindingsBar:
    """The findings of a site in a preview of its draft; nothing where there are none.

    Errors stop a build, so there are only warnings and infos. The words are English, as those of
    `check` are.
    """
    if not (site.is_preview and site.standing.is_draft and site.findings):
        return FindingsBar()
    counts = [
        counted(count, severity)
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in site.findings))
    ]
    items = Markup("\n").join(map(_item, site.findings))
    kind = "note" if all(one.severity is Severity.INFO for one in site.findings) else "warning"
    frame = Markup(
        '<details class="{kind} pc-findings" lang="en" dir="ltr" data-search-exclude>\n'
        "{place}\n</details>\n"
    ).format(kind=kind, place=_PLACE)
    content = Markup(
        "<summary>mkdocs-privacy check: {counts}</summary>\n<ul>\n{items}\n</ul>"
    ).format(counts=", ".join(counts), items=items)
    return FindingsBar(str(frame), str(content))


def _item(finding: Finding) -> Markup:
    """`file:line:column`, the severity, what is wrong and the rule."""
    place = finding.place
    return Markup("<li>{where}{severity}: {message} [{rule}]</li>").format(
        where=_where(place) if place else "",
        severity=finding.severity,
        message=_plain(finding.message),
        rule=finding.rule,
    )


def _where(place: Place) -> Markup:
    """The place, which leads to its line in the preview."""
    link = Markup('<a href="{}"><code>{}</code></a> ')
    return link.format(_plain(source_link(place)), _plain(place.precise))


def _plain(words: str) -> Markup:
    return escape(printable(words.encode("utf-8", "backslashreplace").decode(), kept=""))
