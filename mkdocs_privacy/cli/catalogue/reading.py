"""The catalogue that somebody can take from here: the shipped one, and those of the site's own."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_privacy.catalogue import Catalogue, shipped_catalogue


def readable_catalogue(config_file: Path) -> Catalogue:
    """The catalogue of a site, or the shipped one where there is no mkdocs.yml.

    A mkdocs.yml without catalogues of its own is not opened: that would take longer than looking.
    """
    shipped = shipped_catalogue()
    try:
        names_catalogues = b"catalogue_dirs" in config_file.read_bytes()
        inherits = b"INHERIT" in config_file.read_bytes()
    except OSError:
        return shipped
    return _with_those_of(config_file, shipped) if names_catalogues or inherits else shipped


def _with_those_of(config_file: Path, shipped: Catalogue) -> Catalogue:
    from mkdocs_privacy.cli.opening import open_site
    from mkdocs_privacy.findings import as_text, has_errors
    from mkdocs_privacy.loading import with_own

    settings = open_site(config_file).settings
    own = with_own(shipped, settings.catalogues, settings.base, settings.languages.codes)
    if has_errors(own.findings):
        click.echo(as_text(own.findings), err=True)
    return own.catalogue
