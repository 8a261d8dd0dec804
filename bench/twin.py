"""The same site without the plugin: each of its pages as a Markdown file in the docs folder."""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from bench.as_markdown import as_markdown
from bench.html_tree import Element, parse, structure, visible_text
from mkdocs_privacy.shipped import shipped


@dataclass(frozen=True, slots=True)
class TwinPage:
    """A page of the site: its address below the root, and its Markdown file below the docs."""

    address: str
    language: str
    name: str
    """The file without its language: `rights/access.md`."""

    @property
    def source(self) -> str:
        """The file: `rights/access.nl.md`."""
        return f"{self.name.removesuffix('.md')}.{self.language}.md"


def write_twin(config_file: Path, built: Path, folder: Path) -> Path:
    """Write the twin of a built site into `folder`; return its mkdocs.yml."""
    with config_file.open("rb") as file:
        config: dict[str, Any] = yaml_load(file)
    pages = pages_of(built, config)
    docs = folder / "docs"
    shutil.copytree(config_file.parent / config.get("docs_dir", "docs"), docs)
    writer = _Writer(built, docs, pages, _searchable(built))
    for page in pages.values():
        file_ = docs / page.source
        file_.parent.mkdir(parents=True, exist_ok=True)
        file_.write_text(writer.markdown(page), encoding="utf-8")
    del config["plugins"]["privacy-center"]
    frame = folder / "theme"  # without the words of the frame, which the plugin hands to it
    brought = shipped("site_template") / "theme"
    shutil.copytree(brought, frame, ignore=shutil.ignore_patterns("404.html", "partials"))
    config["theme"]["custom_dir"] = "theme"
    config["docs_dir"] = "docs"
    config["markdown_extensions"] = ["attr_list", "def_list", "tables"]
    config["nav"] = list(_navigation(built, pages))
    written = folder / "mkdocs.yml"
    written.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    return written


def write_twin_in_folders(twin: Path, folder: Path) -> Path:
    """Write a twin again for a generator that knows no plugin and none of our templates: a folder
    for each language but the first, and no navigation; return its mkdocs.yml."""
    config = yaml_load(twin.read_text(encoding="utf-8"))
    languages = config["plugins"].pop("i18n")["languages"]
    docs = folder / "docs"
    for file in sorted((twin.parent / "docs").rglob("*")):
        name = file.relative_to(twin.parent / "docs")
        if file.is_dir():
            continue
        for language in languages:  # a file without a language is one of each
            ending = f".{language['locale']}"
            if file.suffix == ".md" and not file.stem.endswith(ending):
                continue
            start = Path() if language.get("default") else Path(language["locale"])
            written = docs / start / name.with_stem(name.stem.removesuffix(ending))
            written.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, written)
    del config["nav"], config["theme"]["custom_dir"]
    written = folder / "mkdocs.yml"
    written.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    return written


def pages_of(built: Path, config: Mapping[str, Any]) -> dict[str, TwinPage]:
    """The pages of a built site, by address."""
    addresses = {
        one.parent.relative_to(built).as_posix().removeprefix(".")
        for one in built.rglob("index.html")
    }
    languages = config["plugins"]["i18n"]["languages"]
    default = next(one["locale"] for one in languages if one.get("default"))
    others = {one["locale"] for one in languages} - {default}
    pages = {}
    for address in sorted(addresses):
        first, _, rest = address.partition("/")
        language, below = (first, rest) if first in others else (default, address)
        has_pages_below = any(one.startswith(f"{address}/") for one in addresses)
        name = f"{below}/index.md" if below and has_pages_below else f"{below or 'index'}.md"
        pages[address] = TwinPage(address, language, name)
    return pages


def differences(built: Path, twin: Path) -> Iterator[str]:
    """The pages whose words, or whose headings, lists, tables and links, are not the same."""
    for file in sorted(built.rglob("index.html")):
        name = file.relative_to(built)
        ours, theirs = _article(file), _article(twin / name)
        if visible_text(ours) != visible_text(theirs):
            yield f"{name}: {_first_difference(visible_text(ours), visible_text(theirs))}"
        elif structure(ours) != structure(theirs):
            more, less = structure(ours) - structure(theirs), structure(theirs) - structure(ours)
            yield f"{name}: {dict(more)} against {dict(less)}"


def _article(file: Path) -> Element:
    return parse(file.read_text(encoding="utf-8")).first("article", "md-content__inner")


def _first_difference(one: str, other: str) -> str:
    at = len(posixpath.commonprefix([one, other]))
    return f"‘{one[max(0, at - 30) : at + 50]}’ against ‘{other[max(0, at - 30) : at + 50]}’"


@dataclass(frozen=True)
class _Writer:
    """Writes pages of a built site again, and keeps their pictures, in the docs folder."""

    built: Path
    docs: Path
    pages: Mapping[str, TwinPage]
    searchable: set[str]

    def markdown(self, page: TwinPage) -> str:
        tree = parse((self.built / page.address / "index.html").read_text(encoding="utf-8"))
        title = visible_text(tree.first("title")).rpartition(" - ")[0]
        front_matter: dict[str, Any] = {"title": title, "description": _description(tree)}
        if page.address not in self.searchable:
            front_matter["search"] = {"exclude": True}
        article = tree.first("article", "md-content__inner")
        head = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False)
        body = as_markdown(article, partial(self.link, page), partial(self.picture, page))
        return f"---\n{head}---\n\n{body}"

    def link(self, page: TwinPage, address: str) -> str:
        """Where a link of a page leads, as Markdown has it: to the file of a page."""
        path, hash_, anchor = address.partition("#")
        at = posixpath.normpath(posixpath.join(page.address, path)).removeprefix(".")
        target = self.pages.get(at)
        if not path or ":" in path or target is None:
            return address
        return f"{_seen_from(page, target.name)}{hash_}{anchor}"

    def picture(self, page: TwinPage, svg: str) -> str:
        """Keep a picture as a file, once; where it stands, seen from the page."""
        name = f"pictures/{sha256(svg.encode()).hexdigest()[:16]}.svg"
        kept = self.docs / name
        kept.parent.mkdir(exist_ok=True)
        whole = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        kept.write_text(whole.replace(" viewbox=", " viewBox=", 1), encoding="utf-8")
        return _seen_from(page, name)


def _seen_from(page: TwinPage, name: str) -> str:
    return posixpath.relpath(name, posixpath.dirname(page.name) or ".")


def _description(tree: Element) -> str:
    return next(
        one.attributes["content"]
        for one in tree.elements()
        if one.tag == "meta" and one.attributes.get("name") == "description"
    )


def _searchable(built: Path) -> set[str]:
    index = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {entry["location"].partition("#")[0].rstrip("/") for entry in index["docs"]}


def _navigation(built: Path, pages: Mapping[str, TwinPage]) -> Iterator[Any]:
    """The pages in the navigation of the home page, in its order; a folder is a section."""
    tree = parse((built / "index.html").read_text(encoding="utf-8"))
    sections: dict[str, list[str]] = {}
    for link in tree.first("nav", "md-nav--primary").elements():
        address = posixpath.normpath(link.attributes.get("href", "#")).removeprefix(".")
        page = pages.get(address) if link.tag == "a" else None
        if page is None or "md-nav__link" not in link.classes:
            continue
        section = posixpath.dirname(page.name)
        if section and section not in sections:
            sections[section] = []
            yield {section.capitalize(): sections[section]}
        if not section:
            yield page.name
        elif page.name not in sections[section]:
            sections[section].append(page.name)
