"""Shapes as elements of SVG. What each looks like is said in the template that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from mkdocs_privacy.localization import isolated_where_printed
from mkdocs_privacy.pictures.drawing.scene import Shape, Words


def as_svg(
    shapes: Iterable[Shape], painted: Mapping[str, str], lettered: Mapping[str, str]
) -> Markup:
    """The elements, a line each, with the attributes of their look: those of shapes, and of words.

    A template would take five times as long for each, and a picture can have thousands.
    """
    looks = {look: escape(attributes) for look, attributes in painted.items()}
    letters = {look: escape(attributes) for look, attributes in lettered.items()}
    return Markup("".join(_elements(shapes, looks, letters)))


def _elements(
    shapes: Iterable[Shape], looks: Mapping[str, Markup], letters: Mapping[str, Markup]
) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Words):
            for place, line in shape.placed_lines:
                words = escape(isolated_where_printed(line))
                yield f'<text class="pc-drawn-words" {place} {letters[shape.look]}>{words}</text>\n'
        else:
            yield f"<{shape.kind} {looks[shape.look]} {shape.place}/>\n"
