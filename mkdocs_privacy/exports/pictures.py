"""Each picture as a file of its own, for a presentation: `exports/pictures/times.svg`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment

from mkdocs_privacy.exports.export import Content, Export, Sources
from mkdocs_privacy.localization import isolated_where_printed
from mkdocs_privacy.pictures import Picture, PicturePage
from mkdocs_privacy.releases import Itself
from mkdocs_privacy.templates import template_environment

if TYPE_CHECKING:
    from mkdocs_privacy.pictures.drawing import Drawing

_ABOUT = {
    Picture.WAYS: "Where each kind of data goes, as a picture; one language.",
    Picture.TIMES: "How long each use keeps data, as a picture; one language.",
    Picture.COUNTRIES: "In which countries recipients are, as a picture; one language.",
    Picture.COOKIES: "How long what is on a device stays, as a picture; one language.",
    Picture.VERSIONS: "All versions on a line, as a picture; one language.",
}


@lru_cache(maxsize=1)  # all pictures of a language; a preview may have other templates next time
def _templates(sources: Itself[Sources]) -> Environment:
    from mkdocs_privacy.pictures.drawing import as_svg  # only who exports draws

    environment = template_environment(sources.thing.own_templates, isolated_where_printed)
    environment.globals["as_svg"] = as_svg
    return environment


def _finding(picture: Picture) -> Callable[[Sources], Content | None]:
    def find(sources: Sources) -> Content | None:
        from mkdocs_privacy.pictures.drawing import gallery_of  # only who exports draws

        gallery = gallery_of(sources.center, sources.entries, sources.current)
        is_left_out = sources.pictures.page_of(picture) is PicturePage.NONE
        if is_left_out or not gallery.has(picture):
            return None
        return lambda: _draw(gallery.scene(picture), sources)

    return find


def _draw(scene: Drawing, sources: Sources) -> str:
    from mkdocs_privacy.pictures.drawing import Sheet

    above = Sheet(scene.width)
    above.write(scene.title, "heading")
    above.skip(2).write(sources.center.center.organisation.name, "small")
    drawn = (
        _templates(Itself(sources))
        .get_template("pictures/file.svg")
        .render(
            scene=scene,
            above=above.skip(12).scene(scene.id, scene.title, scene.description),
            language=sources.center.language,
        )
    )
    return f"{drawn.strip()}\n"


PICTURES = tuple(
    Export(f"exports/pictures/{picture}.svg", _finding(picture), _ABOUT[picture])
    for picture in Picture
)
