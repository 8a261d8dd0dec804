"""Files of a program that tell which recipients one would expect: packages, variables, a policy.

Of a file with variables only the names are read, never the values.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from mkdocs_privacy.disk import UnreadableFile, read_file
from mkdocs_privacy.findings import Finding, Place
from mkdocs_privacy.findings.rules.scanning import EXPECTED_RECIPIENT
from mkdocs_privacy.scan.known import KnownSite
from mkdocs_privacy.scan.told import quoted
from mkdocs_privacy.scan.traces import shipped_traces
from mkdocs_privacy.terminal import printable


class UnreadableEvidence(ValueError):
    """Why a file tells nothing."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Something in a file that tells who receives data."""

    ecosystem: str
    """`npm`, `composer`, `pypi`, `wordpress`, `env`, or `host`."""
    name: str
    line: int


READ = (
    "package.json, composer.json, requirements.txt, a file whose name begins with .env, a list of "
    "WordPress plugins (`wp plugin list --format=json` or csv), or a Content-Security-Policy"
)


_ASSIGNMENT = re.compile(
    r"""^([^#=:\n][^=:\n]*)[=:]
    (?:[ \t]*\$?(?:"(?:\\.|[^"\\])*(?:"|\\?\Z) | '[^']*(?:'|\Z) | `[^`]*(?:`|\Z)))?""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""Something that gets a value, with the whole of a quoted one: its lines are no names, and one that
never ends has the rest of the file."""
_VARIABLE = re.compile(r"(?:export )?([A-Z_][A-Z0-9_]*)")


def read_evidence(path: Path) -> tuple[Proof, ...]:
    """What a file tells; raises UnreadableEvidence."""
    if not path.exists():
        raise UnreadableEvidence("there is no such file")
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnreadableFile as reason:
        raise UnreadableEvidence(str(reason)) from None
    except UnicodeDecodeError:
        raise UnreadableEvidence("this is no text in UTF-8") from None
    return tuple(_reader(path.name, text)(text))


def _reader(name: str, text: str) -> Callable[[str], Iterator[Proof]]:
    if name == "package.json":
        return _of_json("npm", ("dependencies", "optionalDependencies"))
    if name == "composer.json":
        return _of_json("composer", ("require",))
    if name.startswith("requirements") and name.endswith((".txt", ".in")):
        return _of_requirements
    if name.startswith(".env") or name.endswith(".env"):
        return _of_variables
    if re.search(r"\b(?:default|script|connect|img|frame|font|style)-src\b", text):
        return _of_policy
    if text.lstrip().startswith("[") or text.partition("\n")[0].startswith("name,"):
        return _of_plugins
    raise UnreadableEvidence(f"nobody knows what this file is: give {READ}")


def _of_json(ecosystem: str, keys: tuple[str, ...]) -> Callable[[str], Iterator[Proof]]:
    def read(text: str) -> Iterator[Proof]:
        content = _json(text)
        if not isinstance(content, Mapping):
            raise UnreadableEvidence("an object is expected in this file")
        for key in keys:
            packages = content.get(key)
            for name in packages if isinstance(packages, Mapping) else ():
                yield Proof(ecosystem, name, _line_of(json.dumps(name), text))

    return read


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "it"
        raise UnreadableEvidence(f"this is no valid JSON: look at {where}") from None


def _of_requirements(text: str) -> Iterator[Proof]:
    for number, line in enumerate(text.splitlines(), start=1):
        written = re.sub(r"(^|\s)#.*", "", line).partition(" --")[0].strip()
        try:
            name = Requirement(written).name
        except InvalidRequirement:  # an option, a path, nothing
            continue
        yield Proof("pypi", re.sub(r"[-_.]+", "-", name).lower(), number)


def _of_variables(text: str) -> Iterator[Proof]:
    for assigned in _ASSIGNMENT.finditer(text):
        if named := _VARIABLE.fullmatch(assigned[1]):
            yield Proof("env", named[1], text.count("\n", 0, assigned.start()) + 1)


def _of_policy(text: str) -> Iterator[Proof]:
    for number, line in enumerate(text.splitlines(), start=1):
        for word in re.split(r"[\s;\"',]+", line):
            host = re.sub(r"^(?:https?|wss?)://", "", word).partition("/")[0].partition(":")[0]
            host = host.removeprefix("*.").lower()
            if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host):
                yield Proof("host", host, number)


def _of_plugins(text: str) -> Iterator[Proof]:
    is_json = text.lstrip().startswith("[")
    rows = _json(text) if is_json else [*csv.DictReader(StringIO(text))]
    for row in rows:
        if not isinstance(row, Mapping) or not isinstance(row.get("name"), str):
            raise UnreadableEvidence("this is no list of plugins: each needs a `name`")
        name = row["name"]
        if row.get("status", "active") in ("active", "active-network", "must-use"):
            yield Proof("wordpress", name, _line_of(name, text))


def _line_of(written: str, text: str) -> int:
    position = text.find(written)
    return text.count("\n", 0, position) + 1 if position >= 0 else 1


def find_expected(proofs: tuple[Proof, ...], shown: str, known: KnownSite) -> Iterator[Finding]:
    """One finding for each recipient that a file tells of and the data does not have."""
    told: dict[str, Proof] = {}
    for proof in proofs:
        for id in expected_by(proof, known):
            told.setdefault(id, proof)
    for id, proof in told.items():
        message = (
            f"{quoted(printable(proof.name, kept=''))} belongs to {id}, which is not under "
            f"`processors`: write `{id}: {{use: {id}}}` if you use it"
        )
        yield Finding(EXPECTED_RECIPIENT, message, ("processors", id), Place(shown, proof.line))


def expected_by(proof: Proof, known: KnownSite) -> tuple[str, ...]:
    """The recipients that something in a file tells of and that the data does not have."""
    if proof.ecosystem == "host":
        behind = known.recipients_at(proof.name)
        is_clear = len(behind) == 1 and not known.is_own(proof.name)
        return tuple(behind - known.used_recipients) if is_clear else ()
    return tuple(
        id
        for id, traces in shipped_traces().items()
        if id not in known.used_recipients
        and id in known.catalogue.processors
        and (
            traces.has_variable(proof.name)
            if proof.ecosystem == "env"
            else traces.has_package(proof.ecosystem, proof.name)
        )
    )
