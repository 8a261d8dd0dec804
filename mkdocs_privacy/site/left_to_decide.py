"""What the owner of a site has still to decide: comments that begin with `CHECK:`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, Place, Span
from mkdocs_privacy.findings.rules.data import LEFT_TO_DECIDE
from mkdocs_privacy.site.settings import SiteSettings

_NOTE = re.compile(r"#.*?(?<!`)\bCHECK:\s*(?P<words>.*)")


def find_left_to_decide(
    data: Iterable[str], settings: SiteSettings, proposed: Mapping[Path, bytes]
) -> Iterator[Finding]:
    """Every such comment in mkdocs.yml and in the data, at its line.

    `proposed` is what some of the files would hold instead of what they do.
    """
    configuration = (place.file for place in settings.places.values() if place.file)
    for file in dict.fromkeys((*configuration, *data)):
        path = settings.base / file
        try:
            content = proposed[path] if path in proposed else read_file(path)
        except UnreadableFile:  # which is told elsewhere
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, start=1):
            if found := _NOTE.search(line):
                words = _whole(found["words"], lines[number:])
                span = Span(found.start() + 1, len(found[0].rstrip()))
                place = Place(file, number, span)
                yield Finding(LEFT_TO_DECIDE, f"to decide: {words}", place=place)


def _whole(first: str, below: list[str]) -> str:
    """The words of a comment up to the end of its first sentence, on whatever lines."""
    words = first
    for line in below:
        comment = re.fullmatch(r"\s*# (?P<words>\S.*)", line)
        if re.search(r"[.!?](\s|$)|:$", words) or not comment:
            break
        words = f"{words} {comment['words']}"
    sentence = re.match(r".*?[.!?](?=\s|$)", words)
    return (sentence[0] if sentence else words).rstrip(".:")
