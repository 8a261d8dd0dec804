"""By what recipients of the catalogue are recognised: hosts, packages, names of variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from mkdocs_privacy.scan.addresses import is_below


@dataclass(frozen=True, slots=True)
class Traces:
    """What one recipient leaves where it is used; `*` in a package stands for anything."""

    hosts: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    composer: tuple[str, ...] = ()
    pypi: tuple[str, ...] = ()
    env: tuple[str, ...] = ()
    """How names of environment variables begin."""
    wordpress: tuple[str, ...] = ()

    def has_package(self, ecosystem: str, name: str) -> bool:
        """Whether a package of `npm`, `composer`, `pypi` or `wordpress` belongs to it."""
        patterns: tuple[str, ...] = getattr(self, ecosystem)
        return any(fnmatchcase(name.lower(), pattern) for pattern in patterns)

    def has_variable(self, name: str) -> bool:
        """Whether an environment variable belongs to it."""
        return name.upper().startswith(self.env) if self.env else False


@cache
def shipped_traces() -> Mapping[str, Traces]:
    """The traces that come with the plugin, by the id of the recipient."""
    text = files(__package__).joinpath("traces.yml").read_text(encoding="utf-8")
    content: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {
        id: Traces(**{key: tuple(value) for key, value in entry.items()})
        for id, entry in content.items()
    }


def closest_host(address: str, hosts: Mapping[str, str]) -> str | None:
    """What the longest of several hosts names that an address is below: `host/path`."""
    host, _, path = address.partition("/")
    fitting = [
        known
        for known in hosts
        if is_below(host, known.partition("/")[0]) and f"/{path}".startswith(_path(known))
    ]
    return hosts[max(fitting, key=len)] if fitting else None


def _path(known: str) -> str:
    return f"/{known.partition('/')[2]}"
