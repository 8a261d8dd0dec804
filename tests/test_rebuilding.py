"""A preview, and a build that finds what others kept, never show a page that a build from nothing
would not: whatever is changed, in whatever order, every file is the same, and all that is said."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from rebuilding import Rebuild, rebuilder
from release_worlds import a_document
from worlds import load_world, write_files

from mkdocs_privacy.loading import load_center
from mkdocs_privacy.model import without_internal
from mkdocs_privacy.plugin.demand import EVERYTHING, read_mark
from mkdocs_privacy.plugin.kept_pages import NotedTemplates
from mkdocs_privacy.releases import NewRelease, write_release
from mkdocs_privacy.site import ReadingAgain
from mkdocs_privacy.yaml_source import read_yaml

EDITS = int(os.environ.get("EDITS", "2"))
"""How many are made: few in the suite, hundreds by hand (`EDITS=200 SEED=7 pytest …`)."""

CONFIG: dict[str, Any] = {
    "site_name": "Tuimelkous",
    "site_url": "https://privacy.tuimelkous.example/",
    "theme": {"name": "material", "language": "nl", "font": False, "custom_dir": "overrides"},
    "plugins": {
        "search": {},
        "privacy-center": {"today": "2026-11-15"},
        "i18n": {
            "docs_structure": "suffix",
            "languages": [
                {"locale": "nl", "name": "Nederlands", "default": True},
                {"locale": "fr", "name": "Français"},
            ],
        },
    },
}


class EditedSite:
    """A small site in two languages, and everything that its owner does to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.data = folder / "privacy"
        self.releases = self.data / "releases"
        self.file = folder / "mkdocs.yml"
        self.broken: tuple[Path, str] | None = None
        load_world(folder, {}, ("nl", "fr"))
        write_files(folder, {"overrides/.keep": "", "docs/terms.md": "# Voorwaarden\n"})
        self.config(lambda config: None, CONFIG)
        self.release()

    def yaml(self, name: str, change: Callable[[dict[str, Any]], None]) -> None:
        path = self.data / name
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        change(content)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")

    def config(
        self, change: Callable[[dict[str, Any]], None], known: dict[str, Any] | None = None
    ) -> None:
        content = known or yaml.safe_load(self.file.read_text("utf-8"))
        change(content)
        self.file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")

    def toggle(self, name: str, content: str) -> None:
        """A file comes, or changes, or goes."""
        path = self.folder / name
        if path.exists() and self.chance.random() < 0.5:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content.replace("WORD", self.word()), "utf-8")

    def word(self) -> str:
        return self.chance.choice(["distel", "klaver", "vlier", "zuring", "<b>look & lis"])

    # what an owner does

    def name(self) -> None:
        self.yaml("organisation.yml", lambda data: data["organisation"].update(name=self.word()))

    def title(self) -> None:
        def change(data: dict[str, Any]) -> None:
            activity = self.chance.choice(list(data["activities"].values()))
            activity["title"][self.chance.choice(["nl", "fr"])] = self.word()

        self.yaml("activities.yml", change)

    def new_activity(self) -> None:
        def change(data: dict[str, Any]) -> None:
            number = len(data["activities"])
            first = next(iter(data["activities"].values()))
            data["activities"][f"use-{number}"] = {**first, "title": {"nl": "N", "fr": "F"}}

        self.yaml("activities.yml", change)

    def removal(self) -> None:
        def change(data: dict[str, Any]) -> None:
            if len(data["activities"]) > 1:
                del data["activities"][self.chance.choice(list(data["activities"]))]

        self.yaml("activities.yml", change)

    def rename(self) -> None:
        def change(data: dict[str, Any]) -> None:
            id = self.chance.choice(list(data["activities"]))
            data["activities"][f"{id}-x"[-20:].lstrip("-")] = data["activities"].pop(id)

        self.yaml("activities.yml", change)

    def audience(self) -> None:
        def change(data: dict[str, Any]) -> None:
            if not data["audiences"].pop("visitors", None):
                data["audiences"]["visitors"] = {"title": {"nl": "Bezoekers", "fr": "Visiteurs"}}

        self.yaml("organisation.yml", change)

    def section(self) -> None:
        files = [self.data / f"sections/hello.{language}.md" for language in ("nl", "fr")]
        if files[0].exists() and self.chance.random() < 0.5:
            for file in files:
                file.unlink()
        else:
            files[0].parent.mkdir(exist_ok=True)
            for file in files:
                text = f"---\ntitle: Meer\npage: data\n---\n{self.word()} [x](data.md)\n"
                file.write_text(text, "utf-8")

    def template_of_pages(self) -> None:
        self.toggle("privacy/templates/pages/contact.html", "<h1>Contact</h1><p>WORD</p>")

    def template_of_versions(self) -> None:
        text = "<h1>{{ organisation.name }}</h1> {{ center.activities | length }} WORD"
        self.toggle("privacy/templates/releases/version.html", text)

    def template_of_theme(self) -> None:
        page = self.chance.choice(["footer", "copyright", "source-file", "actions"])
        text = "<p>WORD {% for item in pages %}{{ item.page.title }} {% endfor %}</p>"
        self.toggle(f"overrides/partials/{page}.html", text)

    def words(self) -> None:
        text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        text += 'msgid "data.title"\nmsgstr "WORD"\n'
        self.toggle("privacy/locales/nl/LC_MESSAGES/privacy.po", text.replace("<b>", ""))

    def page(self) -> None:
        icon = self.chance.choice(["leaf", "cookie"])
        text = f"---\nicon: material/{icon}\n---\n# Over WORD\n\n[x](index.md) WORD\n"
        self.toggle("docs/terms.md", text)

    def style(self) -> None:
        self.toggle("docs/style.css", "p { --x: 'WORD' }\n")

    def option(self) -> None:
        def change(config: dict[str, Any]) -> None:
            center = config["plugins"]["privacy-center"]
            match self.chance.randrange(7):
                case 0:
                    config["site_name"] = self.word()
                case 1:
                    config["copyright"] = self.word()
                case 2:
                    days = self.chance.choice(["2026-11-15", "2026-11-16", "2031-01-01"])
                    center["today"] = days
                case 3:
                    center["path"] = self.chance.choice(["", "privacy"])
                case 4:
                    features = ["navigation.footer", "navigation.tabs", "toc.integrate"]
                    config["theme"]["features"] = self.chance.sample(features, 2)
                case 5:
                    config["use_directory_urls"] = self.chance.random() < 0.7
                case 6:
                    center["requests"] = {"endpoint": f"https://{self.word()[:3]}.example/x"}
                    if "<" in center["requests"]["endpoint"]:
                        del center["requests"]

        self.config(change)

    def plugin(self) -> None:
        """Search goes and comes; static-i18n, and with it the second language, likewise."""
        name = self.chance.choice(["search", "i18n"])

        def change(config: dict[str, Any]) -> None:
            if not config["plugins"].pop(name, None):
                config["plugins"][name] = CONFIG["plugins"][name]

        self.config(change)

    def release(self) -> None:
        center = load_center(self.data, ("nl", "fr"), today=date(2026, 11, 15)).center
        if center is None:
            return
        number = len(list(self.releases.iterdir())) if self.releases.is_dir() else 0
        day = date(2026, 1, 1) + timedelta(days=60 * number)
        text = a_document(f"<h1>Beleid</h1><p>Vers {number} {self.word()[-3:]}.</p>")
        new = NewRelease(day, day, {"nl": text, "fr": text}, without_internal(center))
        write_release(self.releases, new, today=day)

    def altered_release(self) -> None:
        """Somebody writes in a release, and a build must say so; or puts it back."""
        path = next(self.releases.glob("*/policy.nl.html"))
        self.break_or_mend(path, path.read_text("utf-8").replace("Beleid", "Belied"))

    def mistake(self) -> None:
        path = self.data / self.chance.choice(["organisation.yml", "activities.yml"])
        wrong = self.chance.choice([("audiences:", "audience:"), ("nl: ", "nl; "), ("", "\t:")])
        self.break_or_mend(path, path.read_text("utf-8").replace(*wrong, 1))

    def break_or_mend(self, path: Path, content: str) -> None:
        """What was broken is mended first, so that there is one mistake at a time."""
        if self.broken:
            broken, before = self.broken
            broken.write_text(before, "utf-8")
            self.broken = None
        else:
            self.broken = path, path.read_text("utf-8")
            path.write_text(content, "utf-8")

    def put_back(self, earlier: Path) -> None:
        """Somebody takes an earlier state out of git."""
        shutil.rmtree(self.folder)
        shutil.copytree(earlier, self.folder)
        self.broken = None

    def nothing(self) -> None:
        """It is built again because somebody saved a file as it was."""

    @property
    def edits(self) -> list[Callable[[], None]]:
        if self.broken:
            return [lambda: self.break_or_mend(self.file, "")]
        return [
            self.name,
            self.title,
            self.new_activity,
            self.removal,
            self.rename,
            self.audience,
            self.section,
            self.template_of_pages,
            self.template_of_versions,
            self.template_of_theme,
            self.words,
            self.page,
            self.style,
            self.option,
            self.plugin,
            self.release,
            self.altered_release,
            self.mistake,
            self.nothing,
        ]


def different(rebuilt: Rebuild, anew: Rebuild) -> dict[str, tuple[bytes | None, bytes | None]]:
    """The files that differ; none where nothing was built."""
    names = rebuilt.files.keys() | anew.files.keys()
    pairs = {name: (rebuilt.files.get(name), anew.files.get(name)) for name in sorted(names)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def put_off(built: Rebuild) -> dict[str, str]:
    """The files that are made when somebody asks for them, and what they say must be asked for."""
    marks = {name: read_mark(content) for name, content in built.files.items()}
    return {name: place for name, place in marks.items() if place is not None}


@pytest.mark.parametrize("seed", [int(os.environ.get("SEED", "1"))])
def test_whatever_is_changed_a_preview_is_as_if_it_were_built_anew(
    seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    site = EditedSite(tmp_path / "site", chance)
    done: list[str] = []
    kinds = site.edits
    order = [*chance.sample(kinds, len(kinds))[:EDITS], *chance.choices(kinds, k=EDITS)][:EDITS]
    with rebuilder(site.file, tmp_path) as build:
        build.rebuilt()
        for chosen in order:
            edit = site.edits[0] if site.broken else chosen
            edit()
            done.append(edit.__name__)
            rebuilt, anew = build.rebuilt(), build.anew()
            assert bool(anew.files) is not bool(site.broken), anew.said  # it stays worth a look
            assert Counter(rebuilt.said.splitlines()) <= Counter(anew.said.splitlines()), done
            assert different(rebuilt, anew).keys() == put_off(rebuilt).keys(), done
            if site.broken:
                assert rebuilt.said == anew.said, done
                continue
            waiting = sorted({*put_off(rebuilt).values()} or {EVERYTHING})
            place = chance.choice(waiting)
            asked = build.asked(place)
            assert place not in put_off(asked).values(), done
            assert different(asked, anew).keys() == put_off(asked).keys(), done
            everything = build.asked(EVERYTHING)
            assert everything.said == anew.said, done
            assert different(everything, anew) == {}, done


@pytest.mark.parametrize("seed", [int(os.environ.get("SEED", "1"))])
def test_whatever_is_changed_a_build_is_as_if_nothing_had_been_kept(
    seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    site = EditedSite(tmp_path / "site", chance)
    done: list[str] = []
    earlier: list[Path] = []
    with rebuilder(site.file, tmp_path) as build:
        build.built()
        for number in range(EDITS):
            if not site.broken:
                earlier.append(tmp_path / f"earlier-{number}")
                shutil.copytree(site.folder, earlier[-1])
            # what was kept for an earlier state is right again
            back = partial(site.put_back, chance.choice(earlier))
            edit = back if chance.random() < 0.3 else chance.choice(site.edits)
            done.append("put_back" if edit is back else edit.__name__)
            edit()
            built, from_nothing = build.built(), build.built_from_nothing()
            assert built.said == from_nothing.said, done
            assert different(built, from_nothing) == {}, done


def test_links_to_places_on_pages_that_wait_are_checked_also_those_of_drafts(
    tmp_path: Path,
) -> None:
    site = EditedSite(tmp_path / "site", random.Random(1))
    write_files(site.folder, {"docs/draft.md": "# Ontwerp\n\n[x](data.md#nowhere)\n"})
    site.config(lambda config: config.update(draft_docs="draft.md"))
    with rebuilder(site.file, tmp_path) as build:
        build.rebuilt()
        site.title()
        rebuilt = build.rebuilt()
    assert "contact/index.html" in put_off(rebuilt)
    assert "data/index.html" not in put_off(rebuilt)
    assert "does not contain an anchor '#nowhere'" in rebuilt.said


def test_a_template_that_is_written_to_during_a_build_is_never_the_same(tmp_path: Path) -> None:
    page = tmp_path / "main.html"
    page.write_text("old")
    environment = Environment(loader=FileSystemLoader(tmp_path))
    before = NotedTemplates(FileSystemLoader(tmp_path), own=None)
    before.get_source(environment, "main.html")
    assert NotedTemplates(before.theme, own=None).has_still(before.read, environment)

    page.write_text("new")
    assert not NotedTemplates(before.theme, own=None).has_still(before.read, environment)
    before.get_source(environment, "main.html")
    assert not NotedTemplates(before.theme, own=None).has_still(before.read, environment)


def test_a_template_that_comes_later_and_one_of_the_site_are_not_the_same(tmp_path: Path) -> None:
    environment = Environment(loader=FileSystemLoader(tmp_path))
    before = NotedTemplates(FileSystemLoader(tmp_path), own=None)
    with pytest.raises(TemplateNotFound):
        before.get_source(environment, "footer.html")
    assert NotedTemplates(before.theme, own=None).has_still(before.read, environment)

    (tmp_path / "footer.html").write_text("a footer")
    assert not NotedTemplates(before.theme, own=None).has_still(before.read, environment)
    of_site = NotedTemplates(before.theme, own=str(tmp_path))
    of_site.get_source(environment, "footer.html")
    assert not NotedTemplates(before.theme, own=str(tmp_path)).has_still(of_site.read, environment)


def test_files_are_read_again_when_their_bytes_differ_whatever_their_time(tmp_path: Path) -> None:
    load_world(tmp_path, {}, ("nl",))
    reading, file = ReadingAgain(), tmp_path / "privacy/organisation.yml"
    for content in (b"a: {b: c}", b"a: {b: c}", b"a: {b: d}"):
        said = reading.yaml(content, str(file))
        assert said == read_yaml(content, str(file))
        said.content["a"]["b"] = "changed by its reader"


def test_releases_are_verified_again_when_a_byte_of_them_differs(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, random.Random(1))
    reading = ReadingAgain()
    first = reading.archive(site.releases, tmp_path)
    assert first.findings == ()
    assert reading.archive(site.releases, tmp_path) is first

    words = next(site.releases.glob("*/policy.nl.html"))
    stat = words.stat()
    words.write_text(words.read_text("utf-8").replace("Beleid", "Belied"), "utf-8")
    os.utime(words, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert reading.archive(site.releases, tmp_path).findings != ()
