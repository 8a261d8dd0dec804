"""The picture of the house in docs/architecture.md: drawn from the contract of import-linter.

Floors and rooms are those of pyproject.toml, the sentence of each room is the first of its
docstring.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = Path(__file__).parent / "architecture.md"

_DRAWN = re.compile(
    r"(?<=<!-- picture: `make docs` draws it -->\n).*?(?=<!-- end of the picture -->)", re.DOTALL
)

Floors = Sequence[Sequence[str]]


def architecture_page() -> str:
    """The page with the picture as it is today."""
    return _DRAWN.sub(lambda _: _picture(), PAGE.read_text(encoding="utf-8"))


def write() -> None:
    """Draw the picture again."""
    PAGE.write_text(architecture_page(), encoding="utf-8")


def house() -> dict[str, Floors]:
    """The rooms of each floor, the highest first: of the package, and of its wings."""
    return {
        container: [[room.strip() for room in floor.split("|")] for floor in contract["layers"]]
        for contract in _contracts("layers")
        for container in contract["containers"]
    }


def _contracts(type: str) -> Iterator[Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from (
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == type
    )


def _picture() -> str:
    parts: list[str] = []
    for container, floors in house().items():
        parts += [f"## `{container}`", "", "```mermaid", *_drawing(floors), "```", ""]
        parts += ["| floor | room | |", "| --- | --- | --- |", *_rooms(container, floors), ""]
    return "\n".join(("", *parts, _who_knows_mkdocs(), "", ""))


def _drawing(floors: Floors) -> Iterator[str]:
    """A box for each floor, its rooms in it, and arrows from floor to floor."""
    yield "flowchart TB"
    numbers = range(len(floors), 0, -1)
    for number, floor in zip(numbers, floors, strict=True):
        yield f"  subgraph floor_{number} [{number}]"
        yield "    direction TB"  # without it Mermaid turns a floor on its end
        yield f"    {'; '.join(floor)}"
        yield "  end"
    yield f"  {' --> '.join(f'floor_{number}' for number in numbers)}"


def _rooms(container: str, floors: Floors) -> Iterator[str]:
    for number, floor in zip(range(len(floors), 0, -1), floors, strict=True):
        for room in floor:
            yield f"| {number} | `{room}` | {_sentence(f'{container}.{room}')} |"


def _sentence(module: str) -> str:
    path = ROOT / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].split())


def _who_knows_mkdocs() -> str:
    [contract] = _contracts("forbidden")
    allowed = {line.partition(" -> ")[0].split(".")[1] for line in contract["ignore_imports"]}
    rooms = [room for floor in house()["mkdocs_privacy"] for room in floor]
    knowing = [f"`{room}`" for room in rooms if room in allowed]
    return f"Only {', '.join(knowing[:-1])} and {knowing[-1]} import MkDocs."
