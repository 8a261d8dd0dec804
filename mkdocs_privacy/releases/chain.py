"""How releases follow each other: each names the one that it replaces, and its hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_privacy.releases.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain of releases is broken."""

    release: str
    """The id of the release that is missing, strange or one too many."""
    message: str
    """What is wrong; `{recovery}` in it stands for the way to put the release back."""


def find_breaks(manifests: Mapping[str, Manifest | None]) -> Iterator[Break]:
    """Every break in a chain, given what its releases say, oldest first.

    A release that cannot be read (`None`) has been reported already: no break is seen next to it.
    """
    before: str | None = None
    for id, manifest in manifests.items():
        if manifest and (found := _break_before(manifest, before, manifests)):
            yield found
        before = id


def _break_before(
    manifest: Manifest, before: str | None, manifests: Mapping[str, Manifest | None]
) -> Break | None:
    replaced = manifests.get(before) if before else None
    if manifest.replaces == before:
        if replaced and replaced.sha256 != manifest.previous:
            return Break(
                replaced.id,
                f"this is not the release that {manifest.id} replaces, which had another hash: "
                "restore it with {recovery}",
            )
        return None
    if manifest.replaces and manifest.replaces not in manifests:
        missing = f"this release, which {manifest.id} replaces, is missing"
        return Break(manifest.replaces, f"{missing}: restore it with {{recovery}}")
    claim = f"replaces {manifest.replaces}" if manifest.replaces else "is the first release"
    return Break(
        manifest.id,
        f"this says that it {claim}, but {before} comes before it: the two were released "
        "separately, such as on two branches of git. Keep the one that was published first, delete "
        "the folder of the other, and release that again",
    )
