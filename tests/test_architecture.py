"""The house keeps its shape: modules stay small. What tools can say of it, `make lint` says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 250


def test_no_module_is_longer_than_a_reader_wants() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): length
        for path in (
            *(ROOT / "mkdocs_privacy").rglob("*.py"),
            *(ROOT / "site_template" / "theme" / "assets").rglob("*.js"),
        )
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_nothing_is_split_into_modules_that_hold_anything() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base"}
    modules = {path.stem for path in (ROOT / "mkdocs_privacy").rglob("*.py")}
    assert modules & vague == set()


# Faces: what a package offers stands in its __init__.py


def name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


PACKAGE = ROOT / "mkdocs_privacy"
PACKAGES = {name(face.parent) for face in PACKAGE.rglob("__init__.py")}
BEHIND_A_FACE = {
    "mkdocs_privacy.requests.receiver.serving",  # needs uvicorn, which its settings do not
    "mkdocs_privacy.exports.notice",  # needs Python's e-mail, which no export of a site does
    # a rule is named where it is broken: nobody wants all of them
    *(name(path) for path in (PACKAGE / "findings" / "rules").glob("*.py")),
}


def imports_past_a_face(module: Path) -> Iterator[str]:
    here = name(module.parent).split(".")
    for statement in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(statement, ast.ImportFrom) or statement.module is None:
            continue
        there = statement.module.split(".")
        shared = next(
            (at for at, (mine, its) in enumerate(zip(here, there, strict=False)) if mine != its),
            min(len(here), len(there)),
        )
        is_reached = statement.module in PACKAGES | BEHIND_A_FACE or len(there) - shared < 2
        if there[0] == "mkdocs_privacy" and not is_reached:
            yield statement.module


def test_what_is_imported_from_another_package_is_taken_from_its_face() -> None:
    past = {
        name(module): found
        for module in PACKAGE.rglob("*.py")
        if (found := list(imports_past_a_face(module)))
    }
    assert past == {}


def test_a_face_holds_names_and_no_code() -> None:
    for face in PACKAGE.rglob("__init__.py"):
        if face.parent == PACKAGE:
            continue
        docstring, *statements, last = ast.parse(face.read_text(encoding="utf-8")).body
        assert isinstance(docstring, ast.Expr)
        assert all(isinstance(statement, ast.ImportFrom) for statement in statements), face
        assert isinstance(last, ast.Assign | ast.Expr), face


def test_a_class_has_a_name_that_no_other_has() -> None:
    homes: dict[str, list[str]] = {}
    for module in PACKAGE.rglob("*.py"):
        for statement in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.ClassDef) and not statement.name.startswith("_"):
                homes.setdefault(statement.name, []).append(name(module))
    assert {known: found for known, found in homes.items() if len(found) > 1} == {}


def test_rules_compare_with_the_facts_of_the_site_and_never_with_the_shipped_ones_alone() -> None:
    reading = {
        path.name: statement.lineno
        for path in (PACKAGE / "lint").rglob("*.py")
        for statement in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(statement, ast.ImportFrom)
        and "shipped_catalogue" in [one.name for one in statement.names]
    }
    assert reading == {}
