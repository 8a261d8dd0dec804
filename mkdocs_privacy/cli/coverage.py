"""The coverage table of a site, for `mkdocs-privacy check`."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.coverage import COVERAGE_FORMATS, ReportHeading, Row, cover
from mkdocs_privacy.site import OpenedSite


def rows_of(site: OpenedSite) -> tuple[Row, ...]:
    """The table of the data that is being worked on; there must be no errors."""
    return cover(site.working, site.loaded.places, site.loaded.catalogue.adequacy)


def write_coverage(site: OpenedSite, format_name: str) -> str:
    """The table in a format, with the day and the newest release; there must be no errors."""
    newest = site.archive.history.newest
    heading = ReportHeading(
        site.working.organisation.name,
        site.today,
        release=newest.id if newest else None,
        sha256=newest.sha256 if newest else None,
        differs=bool(newest and site.unreleased),
        addresses=_addresses(site),
    )
    return COVERAGE_FORMATS[format_name](rows_of(site), heading)


def _addresses(site: OpenedSite) -> Mapping[str, str]:
    """The address of each page in the main language, or what it is below the center."""
    here = site.addresses.get(site.languages[0])
    if here:
        return {kind.name: here.page(kind.name) for kind in site.page_kinds}
    where, urls = site.page_addresses[site.languages[0]], site.settings.use_directory_urls
    return {kind.name: where.url(kind, urls) or "/" for kind in site.page_kinds}
