"""Values as JavaScript, and what a script deletes when a visitor refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_privacy.exports.consent_services import ListedService

_encoded = json.JSONEncoder(ensure_ascii=False).encode  # `dumps` makes such a one for each value
_ENDS_A_SCRIPT = re.compile("<(?=/script|!--)", re.IGNORECASE)
"""What the parser of HTML looks for in a script that stands in a page, also within a text."""


@dataclass(frozen=True, slots=True)
class Code:
    """JavaScript that stands in a value as it is."""

    text: str


def regular_expression(pattern: str) -> Code:
    """A regular expression as JavaScript writes it."""
    return Code(f"/{pattern}/")


def _encode(value: Any) -> str:
    return _ENDS_A_SCRIPT.sub(r"\\u003c", _encoded(value))


def as_javascript(value: Any, indent: int = 0) -> str:
    """A value as JavaScript: JSON, in which `Code` stands as it is."""
    inner = "\n" + "  " * (indent + 1)
    outer = "\n" + "  " * indent
    match value:
        case str():
            return _encode(value)
        case Code(text):
            return text
        case Mapping() if value:
            fields = (
                f"{inner}{_encode(key)}: {as_javascript(each, indent + 1)}"
                for key, each in value.items()
            )
            return "{" + ",".join(fields) + outer + "}"
        case Sequence() if value:
            return (
                "["
                + ",".join(f"{inner}{as_javascript(each, indent + 1)}" for each in value)
                + outer
                + "]"
            )
    return _encode(value)


def what_goes(services: Iterable[ListedService]) -> list[Mapping[str, Any]]:
    """What `ERASE` takes: where each item is, by which name, on which domains."""
    return [
        {
            "type": str(listed.item.type),
            "name": regular_expression(listed.pattern),
            "domains": list(listed.domains),
        }
        for service in services
        for listed in service.deletable
    ]


ERASE = """\
function erase(items) {
  const each = (names, pattern, remove) => {
    names.filter((name) => pattern.test(name)).forEach(remove);
  };
  for (const { type, name, domains } of items) {
    try {
      if (type === "cookie") {
        const present = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]);
        const places = ["", ...domains.map((domain) => `; domain=${domain}`)];
        each(present, name, (found) => {
          for (const place of places) document.cookie = `${found}=; path=/; max-age=0${place}`;
        });
      } else if (type === "indexed_db") {
        indexedDB.databases().then((databases) => {
          each(databases.map((one) => one.name), name, (found) => indexedDB.deleteDatabase(found));
        });
      } else {
        const storage = type === "local_storage" ? localStorage : sessionStorage;
        each(Object.keys(storage), name, (found) => storage.removeItem(found));
      }
    } catch {
      // the visitor has switched this kind of storage off: there is nothing to delete
    }
  }
}
"""
"""Deletes what a script can delete; in each file, so that none needs another."""
