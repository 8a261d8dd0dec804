"""What cannot be with this site: files that must not be read, requests that do not fit the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_privacy.clock import today
from mkdocs_privacy.disk import has_folder, strays
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules import options as rules
from mkdocs_privacy.findings.rules.catalogue import NO_CATALOGUE
from mkdocs_privacy.findings.rules.disk import UNREADABLE_FILE
from mkdocs_privacy.hosts import is_example
from mkdocs_privacy.lint import Forms
from mkdocs_privacy.model import PrivacyCenter, RequestType, base_language
from mkdocs_privacy.pages import PageAddresses
from mkdocs_privacy.requests import find_conflicts
from mkdocs_privacy.site.options import PLUGIN
from mkdocs_privacy.site.page_addresses import find_center_addresses
from mkdocs_privacy.site.settings import SiteSettings


def placed(finding: Finding, settings: SiteSettings) -> Finding:
    """That there is no data stands in no file but the one that says where it should be."""
    if finding.rule is NO_CATALOGUE:
        return replace(finding, place=settings.place_of((PLUGIN, "catalogue_dirs")))
    if finding.place or finding.path:
        return finding
    return replace(finding, place=settings.place_of((PLUGIN, "data_dir")))


def find_strays(settings: SiteSettings) -> Iterator[Finding]:
    """What must not be read of templates and words of the site's own."""
    for name in ("templates", "locales"):
        for path, reason in strays(settings.data / name, settings.data):
            yield Finding(UNREADABLE_FILE, reason, place=Place(settings.shown(path)))


def find_request_conflicts(
    settings: SiteSettings, center: PrivacyCenter | None
) -> Iterator[Finding]:
    """What mkdocs.yml says of requests that cannot be with these languages and this data."""
    fields = center.rights.fields if center else ()
    requests = settings.options.requests
    for path, conflict in find_conflicts(requests, settings.languages.codes, fields):
        where = (PLUGIN, *path) if path[0] == "requests" else path
        yield settings.about(where, rules.REQUEST_OPTIONS, conflict)


def find_example_endpoints(
    settings: SiteSettings, center: PrivacyCenter | None
) -> Iterator[Finding]:
    """Addresses of examples that forms of a real organisation would post to."""
    if center is None or is_example(center.organisation.website):
        return
    requests = settings.options.requests
    stated: dict[KeyPath, str | None] = {
        ("endpoint",): requests.endpoint,
        **{("endpoint_by_right", id): one for id, one in requests.endpoint_by_right.items()},
        **{("endpoint_by_language", id): one for id, one in requests.endpoint_by_language.items()},
    }
    for path, address in stated.items():
        if address and is_example(address):
            message = (
                f"‘{address}’ is an address of an example, so requests would not reach you: write "
                "that of your own server or form service, or remove it to offer e-mail and a letter"
            )
            where = (PLUGIN, "requests", *path)
            yield settings.about(where, rules.EXAMPLE_ENDPOINT, message)


def find_forms(settings: SiteSettings) -> Forms | None:
    """For which requests the pages have a form by mkdocs.yml, in each language.

    Nothing where nobody can tell: without that file, or where templates of the site's own may have
    a form that we do not know.
    """
    is_known = settings.places and not settings.read.is_wrong("requests")
    if not is_known or has_folder(settings.data / "templates"):
        return None
    requests = settings.options.requests
    return {
        base_language(code): frozenset(one for one in RequestType if requests.posting(code, one))
        for code in settings.languages.codes
    }


def find_unknown(settings: SiteSettings) -> Iterator[Finding]:
    """That nobody can tell which day counts as today, or the address of the site."""
    try:
        today(settings.options.today)
    except ValueError as problem:
        yield Finding(rules.NO_DAY, str(problem))
    try:
        find_center_addresses(
            settings, (), dict.fromkeys(settings.languages.codes, PageAddresses())
        )
    except ValueError as problem:
        yield Finding(rules.BAD_SITE_URL, str(problem), place=settings.place_of(("site_url",)))
