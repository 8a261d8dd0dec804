"""A script of steps: a small YAML file that says what a visitor does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin

from mkdocs_privacy.scan.addresses import split
from mkdocs_privacy.yaml_source import read_yaml


class Act(StrEnum):
    """What a step does."""

    OPEN = "open"
    """Opens an address, which may be relative to the first URL."""
    CLICK = "click"
    """Clicks what a selector names, unless that would send a form."""
    WAIT = "wait"
    """Waits until what a selector names is visible."""
    SCROLL = "scroll"
    """Scrolls to what a selector names."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    act: Act
    about: str
    """An address, or a selector."""

    def __str__(self) -> str:
        return f"{self.act}: {self.about}"


class WrongSteps(ValueError):
    """What is wrong with a script of steps."""


def read_steps(content: bytes, name: str, start: str) -> tuple[Step, ...]:
    """The steps of a file; raises WrongSteps with all that is wrong."""
    read = read_yaml(content, name)
    if read.findings:
        raise WrongSteps("\n".join(map(str, read.findings)))
    if not isinstance(read.content, list) or not read.content:
        raise WrongSteps(f"{name}: a list of steps is expected, such as `- open: /checkout`")
    steps: list[Step] = []
    wrong: list[str] = []
    for index, written in enumerate(read.content):
        place = read.places.get((index,), name)
        step = _step(written, start)
        if isinstance(step, Step):
            steps.append(step)
        else:
            wrong.append(f"{place}: {step}")
    if wrong:
        raise WrongSteps("\n".join(wrong))
    return tuple(steps)


def _step(written: object, start: str) -> Step | str:
    """The step, or what is wrong with it."""
    if not isinstance(written, Mapping) or len(written) != 1:
        return "one act is expected here, such as `open: /checkout`"
    ((key, about),) = written.items()
    if key not in {*Act}:
        return f"‘{key}’ is no act: write {', '.join(Act)}"
    if not isinstance(about, str) or not about.strip():
        return f"`{key}` needs an address or a selector"
    if key != Act.OPEN:
        return Step(Act(key), about)
    address = urljoin(start, about)
    if split(address) is None:
        return f"‘{about}’ is no web address: write /checkout or https://…"
    return Step(Act.OPEN, address)
