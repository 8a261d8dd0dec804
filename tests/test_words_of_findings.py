"""Whatever shape stands where: findings say so in words, and never as Python writes it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import full_center
from worlds import LANGUAGES, load_world

from mkdocs_privacy.findings import as_text
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.site import CenterOptions, read_options

_PYTHON = re.compile(
    r"\{'|\['|\[\[|\[\]|\{\}|\[True|\[1|\bNone\b|\bTrue\b|\bFalse\b|Input should|datetime|\bdict\b|"
    r"\btuple\b"
)
SHAPES: list[Any] = [
    "word",
    ["a", "b"],
    {"a": "b"},
    None,
    [["a"]],
    {"a": ["b"]},
    [],
    {},
    [{"a": "b"}],
]
TYPED: list[Any] = [*SHAPES[:3], *SHAPES[4:], 5, 1.5, True, date(2020, 1, 1), {1: 2}, [True]]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = value if isinstance(value, dict | list) else []
    for step, inside in inner.items() if isinstance(inner, dict) else enumerate(inner):
        yield from places(inside, (*path, step))


CENTER = full_center()


@settings(max_examples=150)
@given(st.sampled_from(list(places(CENTER))), st.sampled_from(SHAPES))
def test_no_finding_about_data_has_python_in_it(path: tuple[Any, ...], shape: Any) -> None:
    center = copy.deepcopy(CENTER)
    around: Any = center
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = shape
    with TemporaryDirectory() as folder:
        written = yaml.safe_dump(center, allow_unicode=True)
        (Path(folder) / "center.yml").write_text(written, encoding="utf-8")
        for finding in load_center(Path(folder), LANGUAGES).findings:
            assert not _PYTHON.search(finding.message), finding.message


@pytest.mark.parametrize("name", CenterOptions.model_fields)
def test_no_finding_about_an_option_has_python_in_it(name: str) -> None:
    for shape in TYPED:
        for written in ({name: shape}, {name: {"nl": shape}}, {name: {"endpoint": shape}}):
            for finding in read_options(written).findings:
                assert not _PYTHON.search(finding.message), finding.message


def test_a_list_where_one_value_fits_is_told_in_words(tmp_path: Path) -> None:
    section = "---\ntitle: A\norder: {order}\n---\nOne.\n"
    files = {
        "privacy/sections/a.nl.md": section.replace("{order}", "[1, 2]"),
        "privacy/sections/a.fr.md": section.replace("{order}", "[1]"),
        "privacy/more.yml": "processors:\n  mollie: {use: mollie, country: [NL, BE]}\n",
    }
    assert as_text(load_world(tmp_path, files, ("nl", "fr")).findings) == (
        "privacy/more.yml:2: error: processors.mollie.country: a single text is expected here "
        "[wrong-type]\n"
        "privacy/sections/a.fr.md:3: error: sections.a.order: a whole number is expected here, not "
        "a list [wrong-type]"
    )
