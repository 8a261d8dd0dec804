"""Where pages stood: pages that lead on to them, in their language, without a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.pages.rendering import Outline
from mkdocs_privacy.pages.site import Site
from mkdocs_privacy.templates import template_environment


def moved_addresses(pages: Iterable[Outline], site: Site) -> Mapping[str, str]:
    """The address of each page by the file where it stood, both below the center's own root."""
    where, directory_urls = site.addresses, site.directory_urls
    moved = where.moved((page.kind for page in pages), directory_urls)
    return {place: where.url(kind, directory_urls) for place, kind in moved.items()}


def moved_pages(
    pages: Iterable[Outline], site: Site, localization: Localization, root: str | None
) -> Mapping[str, str]:
    """The HTML of each page that leads on, by its file below the center's own root.

    `root` is the absolute address of that, where the site knows it.
    """
    by_kind = {page.kind: page for page in pages}
    where, directory_urls = site.addresses, site.directory_urls
    template = template_environment(site.own_templates).get_template("pages/moved.html")
    moved = {}
    for place, kind in where.moved(by_kind, directory_urls).items():
        url, title = where.url(kind, directory_urls), by_kind[kind].title
        address = "../" * place.count("/") + url
        link = Markup('<a href="{}">{}</a>').format(address, title)
        moved[place] = template.render(
            language=localization.language,
            direction=localization.locale.text_direction,
            address=address,
            canonical=root and f"{root}{url}",
            title=title,
            moved=localization.message("moved.text", link=link),
        )
    return moved
