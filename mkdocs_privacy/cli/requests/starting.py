"""What a receiver says when it starts."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_privacy.cli.requests.keeping import not_counted
from mkdocs_privacy.model import about_days
from mkdocs_privacy.requests import is_this_machine, stated_terms, uncounted_terms
from mkdocs_privacy.requests.receiver import Settings
from mkdocs_privacy.site import OpenedSite


def warnings_at_start(
    site: OpenedSite, settings: Settings, host: str, *, keeps_as_told: bool
) -> Iterator[str]:
    """What the operator should know of a receiver that starts, each in a sentence.

    `keeps_as_told`: an option says how long closed requests are kept.
    """
    if not site.settings.options.requests.has_endpoint:
        yield (
            "mkdocs.yml has no `requests.endpoint`, so the pages of the site have no form that "
            "posts here"
        )
    if not site.settings.site_url:
        yield (
            "mkdocs.yml has no `site_url`, so pages cannot post by script, visitors get no link "
            "back to the site, and posts from the pages of other sites are accepted"
        )
    yield from _other_terms(site, settings.keep_closed)
    if not keeps_as_told:
        for id in uncounted_terms(site.center):
            yield f"{not_counted(id)}. They are deleted after {settings.keep_closed}"
    if settings.mail is None:
        yield (
            "PRIVACY_SMTP_HOST is not set, so you get no e-mail about requests: run "
            "`mkdocs-privacy requests list` every day"
        )
    if settings.desk and settings.desk.key is None:
        yield (
            "PRIVACY_DESK_KEY is not set: other accounts on this machine can reach the desk "
            "without the login of the proxy"
        )
    if not is_this_machine(host):
        yield f"it listens on {host} without TLS: allow only your reverse proxy to reach it"


def _other_terms(site: OpenedSite, keep_closed: str) -> Iterator[str]:
    """Where the policy says another time for requests than the receiver keeps them."""
    for id, stated in stated_terms(site.center).items():
        if about_days(stated) != about_days(keep_closed):
            yield (
                f"closed requests are deleted after {keep_closed}, and activities.{id} in your "
                f"data says {stated}: start with `--keep-closed {stated}`, or correct the data"
            )


def words_at_start(settings: Settings, host: str, port: int) -> Iterator[str]:
    """Where a receiver listens and what it does there, line by line."""
    shown = f"[{host}]" if ":" in host else host
    yield f"Receiving requests at http://{shown}:{port}"
    for path in settings.paths:
        yield f"  posts to {path}"
    if settings.site_origins:
        yield f"  from pages of {', '.join(settings.site_origins)}"
    yield f"  health: {settings.root}/health"
    yield f"  stored in {settings.location}"
    yield f"  closed requests are deleted after {settings.keep_closed}"
    if mail := settings.mail:
        yield f"  e-mail to {mail.owner} through {mail.host}:{mail.port} ({mail.security})"
    if settings.desk:
        yield f"The desk: {settings.desk.entrance}"
