"""The templates of the catalogs, `locales/*.pot`, from which a further language begins.

`pybabel init` makes a catalog of one, `pybabel update` brings a catalog up to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mkdocs_privacy.catalogue import WITH_TEXTS, is_text, shipped_catalogue
from mkdocs_privacy.shipped import shipped

Text = Mapping[str, str]

_HEADER = """\
# {subject}
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def _messages() -> str:
    """The messages of the pages, with their English words beside them."""
    template = Catalog(charset="utf-8")
    with (shipped("locales") / "en/LC_MESSAGES/privacy.po").open("rb") as file:
        for message in read_po(file, locale="en"):
            if message.id:
                words = message.string if message.pluralizable else (message.string,)
                comments = [*map(str, words), *message.user_comments]
                template.add(message.id, auto_comments=comments)
    return _written("The messages of the pages; beside each its English words.", template)


def _of_texts() -> str:
    return _texts("The texts of the catalogue, by their English.", _of_catalogue())


def _texts(subject: str, texts: Iterable[tuple[str, Text]]) -> str:
    template = Catalog(charset="utf-8")
    for place, text in texts:
        others = [f"{language}: {words}" for language, words in text.items() if language != "en"]
        template.add(text["en"], locations=[(place, None)], auto_comments=others)
    return _written(subject, template)


def _written(subject: str, template: Catalog) -> str:
    file = BytesIO()
    write_po(file, template, width=None, omit_header=True, include_lineno=False)
    return _HEADER.format(subject=subject) + file.getvalue().decode("utf-8")


def _of_catalogue() -> Iterator[tuple[str, Text]]:
    catalogue = shipped_catalogue()
    for name in WITH_TEXTS:
        for id, entry in getattr(catalogue, name).items():
            yield from ((f"{name}/{id}", text) for text in _inside(entry))


def _inside(value: Any) -> Iterator[Text]:
    if is_text(value):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _inside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _inside(inner)


TEMPLATES: Mapping[str, Callable[[], str]] = {
    "privacy.pot": _messages,
    "catalogue.pot": _of_texts,
}
"""What makes each template, by file name."""


def write() -> None:
    """Write every template."""
    for name, template in TEMPLATES.items():
        (shipped("locales") / name).write_text(template(), encoding="utf-8")
