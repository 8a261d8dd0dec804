"""What a receiver of requests needs to know, read from a site, or why it cannot work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from mkdocs_privacy.cli.working_site import WorkingSite
from mkdocs_privacy.exports import find_addresses
from mkdocs_privacy.findings import has_errors
from mkdocs_privacy.model import PrivacyCenter, without_internal
from mkdocs_privacy.pages import PAGE_KINDS, find_standing
from mkdocs_privacy.requests import RequestFormat, is_this_machine, origin_of, request_forms
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver import paths_of

_UNDERSTOOD = (RequestFormat.FORM, RequestFormat.JSON)
_PREVIEW = ("http://127.0.0.1:8000", "http://localhost:8000")
"""Where `mkdocs serve` shows a site."""


def shown_center(working: PrivacyCenter, site: WorkingSite) -> PrivacyCenter:
    """The data that the pages of a site show today: its forms ask what this knows."""
    working = without_internal(working)
    return find_standing(working, site.archive.history, site.today).center(working)


def make_intake(center: PrivacyCenter, site: WorkingSite) -> Intake:
    """What judges and answers the posts of a site; its addresses must be sound."""
    localizations = {language: site.localization(language) for language in site.languages}
    return Intake(center, site.config.requests, localizations, _addresses(site))


def site_origins(site: WorkingSite) -> tuple[str, ...]:
    """The origins (RFC 6454) whose pages may post by script.

    An endpoint on this machine is for trying things out: then the preview may post as well.
    """
    known = [origin_of(site.config.site_url)] if site.config.site_url else []
    endpoints = site.config.requests.origins(site.languages)
    is_tried_out = any(one.startswith("http://") for one in endpoints)
    return (*known, *(_PREVIEW if is_tried_out else ()))


def problems_of_site(center: PrivacyCenter | None, site: WorkingSite) -> Iterator[str]:
    """Why the requests of a site cannot be received."""
    if center is None or has_errors(site.findings):
        yield "the data has errors: mend them first"
    if center and not request_forms(center, site.languages):
        yield "by the data, others are responsible for every audience: nobody asks anything here"
    requests = site.config.requests
    if requests.format not in _UNDERSTOOD:
        yield (
            f"mkdocs.yml: requests.format: `{requests.format}` posts to a service of another kind: "
            "this receiver understands `form` and `json`"
        )
    for path in paths_of(requests):
        for placeholder in ("{language}", "{right}"):
            if path.count(placeholder) > 1:
                yield f"mkdocs.yml: requests: {placeholder} stands in {path} twice: once is enough"
    try:
        _addresses(site)
        site_origins(site)
    except ValueError as problem:
        yield str(problem)


def problem_of_address(option: str, address: str) -> str | None:
    """Why an address that an option names cannot be a public one of a receiver."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host or ""))
    if host and is_safe and not (parts.query or parts.fragment or parts.username):
        return None
    return (
        f"{option}: ‘{address}’ is not where people can reach the receiver: it must begin with "
        "https:// (http:// only on localhost), such as https://requests.example.be"
    )


def _addresses(site: WorkingSite) -> Mapping[str, str]:
    """Where the center stands on the web, in each language; raises ValueError."""
    config = site.config
    urls = {kind.name: kind.url(config.use_directory_urls) for kind in PAGE_KINDS}
    folders = {language: config.folder_of(language) for language in site.languages}
    found = find_addresses(config.site_url, urls, folders, config.path)
    return {language: addresses.root for language, addresses in found.items()}
