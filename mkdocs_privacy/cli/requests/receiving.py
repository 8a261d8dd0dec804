"""What a receiver of requests needs to know, read from a site, or why it cannot work."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.requests import RequestFormat, is_this_machine, origin_of, request_forms
from mkdocs_privacy.requests.intake import Intake
from mkdocs_privacy.requests.receiver import paths_of
from mkdocs_privacy.site import OpenedSite

_UNDERSTOOD = (RequestFormat.FORM, RequestFormat.JSON)


def make_intake(site: OpenedSite) -> Intake:
    """What judges and answers the posts of a site, which must be without errors."""
    requests = site.settings.options.requests
    roots = {language: addresses.root for language, addresses in site.addresses.items()}
    return Intake(site.center, requests, site.localizations(), roots)


def site_origins(site: OpenedSite) -> tuple[str, ...]:
    """The origins (RFC 6454) whose pages may post by script.

    An endpoint on this machine is for trying things out: then the preview may post as well.
    """
    settings = site.settings
    known = [origin_of(settings.site_url)] if settings.site_url else []
    endpoints = settings.options.requests.origins(site.languages)
    is_tried_out = any(origin.startswith("http://") for origin in endpoints)
    port = settings.preview.rpartition(":")[2]
    preview = (f"http://{settings.preview}", f"http://127.0.0.1:{port}", f"http://localhost:{port}")
    return tuple(dict.fromkeys((*known, *(preview if is_tried_out else ()))))


def problems_of_site(center: PrivacyCenter | None, site: OpenedSite) -> Iterator[str]:
    """Why the requests of a site cannot be received."""
    if not site.is_sound:
        yield "there are errors, listed above: fix them first"
    if center and not request_forms(center, site.languages):
        yield "every audience has `our_role: processor`, so there are no requests to receive"
    requests = site.settings.options.requests
    if requests.format not in _UNDERSTOOD:
        yield (
            "mkdocs.yml: requests.format: this receiver understands `form` and `json`, not `"
            f"{requests.format}`"
        )
    for path in paths_of(requests):
        for placeholder in ("{language}", "{right}"):
            if path.count(placeholder) > 1:
                yield (
                    f"mkdocs.yml: requests: {placeholder} occurs more than once in {path}: "
                    "write it once"
                )


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
        f"{option}: ‘{address}’ is not a public address: write one that begins with https:// "
        "(http:// only on localhost), such as https://requests.example.be"
    )
