"""What a picture is made of: boxes, lines, marks and words, each with a look and a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Self, TypeAlias

from mkdocs_privacy.pictures.drawing.lettering import wrap

SIZES = {"words": 12.0, "strong": 12.5, "small": 11.0, "heading": 15.0}
"""The size of letters by the look of words, in units of the picture: about pixels on a phone."""
LINE = 1.3
"""The height of a line, in sizes of its letters."""
_BOLD = 1.08
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    kind: ClassVar = "rect"
    look: str
    x: float
    y: float
    width: float
    height: float

    @property
    def place(self) -> str:
        """Where it is, as SVG writes it."""
        size = f'width="{self.width}" height="{self.height}"'
        return f'x="{self.x}" y="{self.y}" {size} rx="2"'


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one place to another, or a curve that leaves and arrives sideways."""

    look: str
    x: float
    y: float
    to_x: float
    to_y: float
    is_curve: bool = False

    @property
    def kind(self) -> str:
        """The element of SVG."""
        return "path" if self.is_curve else "line"

    @property
    def place(self) -> str:
        """Where it is, as SVG writes it; a curve turns in the middle."""
        x, y, to_x, to_y = self.x, self.y, self.to_x, self.to_y
        if not self.is_curve:
            return f'x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}"'
        middle = round((x + to_x) / 2, 1)
        return f'd="M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"'


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot, or a diamond."""

    look: str
    x: float
    y: float
    size: float
    is_diamond: bool = False

    @property
    def kind(self) -> str:
        """The element of SVG."""
        return "path" if self.is_diamond else "circle"

    @property
    def place(self) -> str:
        """Where it is, as SVG writes it."""
        x, y, size = self.x, self.y, self.size
        if not self.is_diamond:
            return f'cx="{x}" cy="{y}" r="{size}"'
        return f'd="M{x} {y - size}L{x + size} {y}L{x} {y + size}L{x - size} {y}Z"'


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of words; `y` is the foot of the first."""

    look: str
    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def step(self) -> float:
        """From the foot of a line to that of the next."""
        return round(SIZES[self.look] * LINE, 1)

    @property
    def placed_lines(self) -> Iterator[tuple[str, str]]:
        """Each line, and before it where it is, as SVG writes it."""
        step = self.step
        for number, line in enumerate(self.lines):
            yield f'x="{self.x}" y="{round(self.y + step * number, 1)}"', line


Shape: TypeAlias = Box | Stroke | Spot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, drawn in units of its own."""

    id: str
    """What it is called among those of a page."""
    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass
class Sheet:
    """A scene in the making, filled from its top to its foot."""

    width: float
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes on the sheet, where they are."""
        self.shapes.extend(shapes)

    def write(self, words: str, look: str = "words", x: float = 2.0, right: float = 2.0) -> Words:
        """Write words below all that was written, in as many lines as they need."""
        written = place_words(words, look, x, self.y, self.width - x - right)
        self.shapes.append(written)
        self.y = foot_of(written)
        return written

    def skip(self, height: float) -> Self:
        """Leave room below what was written."""
        self.y = round(self.y + height, 1)
        return self

    def scene(self, id: str, title: str, description: str) -> Drawing:
        """The finished scene."""
        return Drawing(id, title, description, self.width, round(self.y + 4, 1), tuple(self.shapes))


def place_words(words: str, look: str, x: float, top: float, width: float) -> Words:
    """Words whose first line begins at a height, wrapped in a width."""
    size = SIZES[look] * (_BOLD if look in ("strong", "heading") else 1)
    return Words(look, x, round(top + SIZES[look], 1), wrap(words, width, size))


def foot_of(words: Words) -> float:
    """Where the room below words begins."""
    return round(words.y + words.step * (len(words.lines) - 1) + SIZES[words.look] * 0.35, 1)
