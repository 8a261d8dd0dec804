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

    kind: ClassVar = "box"
    look: str
    x: float
    y: float
    width: float
    height: float


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
        """Which of the two it is."""
        return "curve" if self.is_curve else "line"

    @property
    def path(self) -> str:
        """A curve as SVG writes it: it turns in the middle."""
        middle = round((self.x + self.to_x) / 2, 1)
        begin, end = f"M{self.x} {self.y}", f"{self.to_x} {self.to_y}"
        return f"{begin}C{middle} {self.y} {middle} {self.to_y} {end}"


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
        """Which of the two it is."""
        return "diamond" if self.is_diamond else "dot"


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of words; `y` is the foot of the first."""

    kind: ClassVar = "words"
    look: str
    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def step(self) -> float:
        """From the foot of a line to that of the next."""
        return round(SIZES[self.look] * LINE, 1)

    @property
    def placed_lines(self) -> Iterator[tuple[float, str]]:
        """Each line with the height of its foot."""
        step = self.step
        return ((round(self.y + step * number, 1), line) for number, line in enumerate(self.lines))


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
