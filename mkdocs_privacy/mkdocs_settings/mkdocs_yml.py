"""mkdocs.yml as MkDocs reads it, without importing what it names, and the line of every key."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.characters import HIDDEN_CHARACTER
from mkdocs_privacy.findings.rules.options import UNUSABLE_CONFIGURATION
from mkdocs_privacy.findings.rules.yaml import (
    ALIAS_LOOP,
    CHARACTER,
    NOT_UTF_8,
    TOO_DEEP,
    TOO_LARGE,
    YAML_SYNTAX,
)
from mkdocs_privacy.yaml_source import read_yaml

_LEAVES_NOTHING = (HIDDEN_CHARACTER, CHARACTER, NOT_UTF_8, TOO_DEEP, TOO_LARGE, ALIAS_LOOP)
"""Why nothing of a file may be left."""


class UnusableConfiguration(Exception):
    """There is no such file, or it is no configuration of MkDocs; `finding` says what is wrong."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml whatever tags it has: `!!python/name` imports nothing."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a tag would have made that only code can."""

    tag: str


_TolerantLoader.add_multi_constructor("", lambda loader, suffix, node: Tagged(node.tag))  # noqa: ARG005


def read_content(file: Path, base: Path) -> dict[str, Any]:
    """What a file and those that it inherits from say, merged as MkDocs merges them."""
    placeholders = MkDocsConfig(config_file_path=str(file.absolute()))  # of the tag `!relative`
    try:
        with file.open("rb") as opened:
            content: Any = yaml_load(opened, get_yaml_loader(_TolerantLoader, placeholders))
    except (ConfigurationError, ValueError) as error:  # PyYAML makes dates of what looks like one
        finding = _unusable(f"this cannot be read: {error}", file, base)
        raise UnusableConfiguration(finding) from None
    return dict(content)


def read_places(file: Path, base: Path, children: tuple[Path, ...]) -> dict[KeyPath, Place]:
    """The line of every key of a file and of those that it inherits from, where it can be read."""
    if _real(file) in children:
        raise UnusableConfiguration(
            _unusable("INHERIT refers back to this file: remove the loop", file, base)
        )
    if not os.path.lexists(file):
        advice = "go to the folder of your mkdocs.yml, or name it with `-f`"
        what = "INHERIT names it" if children else advice
        raise UnusableConfiguration(_unusable(f"there is no such file: {what}", file, base))
    try:
        written = read_file(file)
    except UnreadableFile as reason:
        raise UnusableConfiguration(_unusable(str(reason), file, base)) from None
    source = read_yaml(written, _shown(file, base))
    for finding in source.findings:
        if finding.rule is YAML_SYNTAX or (finding.rule in _LEAVES_NOTHING and not source.content):
            raise UnusableConfiguration(finding)
    if not isinstance(source.content, dict):
        message = "this is not an MkDocs configuration: begin it with a key, such as `site_name: …`"
        raise UnusableConfiguration(_unusable(message, file, base))
    parent = source.content.get("INHERIT")
    if not parent:
        return dict(source.places)
    inherited = read_places(file.parent / str(parent), base, (*children, _real(file)))
    replaced = {key for key, value in source.content.items() if not isinstance(value, dict)}
    kept = {path: place for path, place in inherited.items() if path[:1] not in replaced}
    return {**kept, **source.places}


def _real(file: Path) -> Path:
    """Where a file is, links followed; what leads back to itself is told when it is read."""
    return Path(os.path.realpath(file))


def _unusable(message: str, file: Path, base: Path) -> Finding:
    return Finding(UNUSABLE_CONFIGURATION, message, place=Place(_shown(file, base)))


def _shown(file: Path, base: Path) -> str:
    whole = file.absolute()
    return (whole.relative_to(base) if whole.is_relative_to(base) else file).as_posix()
