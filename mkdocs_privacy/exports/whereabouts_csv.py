"""Where each kind of data goes as a table for spreadsheets."""

from __future__ import annotations

from functools import partial

from mkdocs_privacy.exports.export import Content, Export, Sources
from mkdocs_privacy.exports.spreadsheet import as_csv


def _csv(sources: Sources) -> Content:
    return partial(_render, sources)


def _render(sources: Sources) -> str:
    # not above: the facts are those of a picture, and only who exports draws
    from mkdocs_privacy.exports.whereabouts_rows import whereabouts_rows

    return as_csv(whereabouts_rows(sources.center))


WHEREABOUTS_CSV = Export(
    "exports/whereabouts.csv",
    _csv,
    "Each kind of data with its uses, recipients, countries and retention periods; one language.",
)
