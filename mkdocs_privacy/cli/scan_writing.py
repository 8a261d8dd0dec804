"""What `scan --write` adds: the entries of the catalogue that the data lacks, as `add` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_privacy.cli.addition import Refused, errors_of, propose, written_entries
from mkdocs_privacy.cli.told_addition import new_findings
from mkdocs_privacy.findings import as_text
from mkdocs_privacy.site import OpenedSite
from mkdocs_privacy.yaml_addition import NewEntry

Missing = Callable[[OpenedSite], tuple[tuple[str, str], ...]]
"""What a site lacks: sections, and ids of the catalogue."""


def write_missing(open_again: Callable[[], OpenedSite], missing: Missing) -> Iterator[str]:
    """Add one entry after another, as each may bring others; a line for each."""
    tried: set[tuple[str, str]] = set()
    while True:
        site = open_again()
        left = [one for one in missing(site) if one not in tried]
        if not left:
            return
        tried.add(left[0])
        yield _write(site, *left[0])


def _write(site: OpenedSite, section: str, id: str) -> str:
    if id in written_entries(site, (section,)):
        return f"{section}.{id} is another entry already: nothing was added"
    try:
        addition = propose(site, (section,), NewEntry(id, {"use": id}), None)
    except Refused as reason:
        return f"{section}.{id} was not added: {reason}"
    errors = errors_of(new_findings(site, addition.site))
    if errors:
        return f"{section}.{id} was not added, because of what would be wrong:\n{as_text(errors)}"
    addition.write()
    place = addition.site.loaded.places.get((section, id)) or addition.site.shown(addition.file)
    return f"added {section}.{id} to {place}"
