"""The pages, as somebody read and approved them: their HTML in Dutch, their words in all languages.

Each thing stands in one place. The HTML is that of Acme, whose data uses every field, in polite
words; a page that repeats another shows only what differs. The words are those of the examples and
of Acme, in both forms of address; each line stands where it is said first, after that it is `…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from textwrap import shorten
from urllib.parse import unquote

import pytest
from builds import EXAMPLES, BuildOnce
from everything_world import ANNOUNCED, BEFORE_ALL, OF_THE_OLD_TEXT, QUIET, history, pages
from goldens import GOLDEN, NAMES, assert_as_reviewed
from reading import only_new, read
from worlds import LANGUAGES

from mkdocs_privacy.localization import FormOfAddress
from mkdocs_privacy.pages import PAGE_KINDS, PageAddresses

ALONE = ("home", "data", "whereabouts", "processors", "cookies", "rights", "received")
"""Pages of which each has a golden file of its own."""
WITH_FORM = [kind.name for kind in PAGE_KINDS if kind.right and kind.right.requested_from_us]
WITH_FORM += ["request", "complaint-to-us"]
REDLINE = "redline.2026-01-01"
TELLING_OF_THE_DAY = ("home", "changes", "versions", "version.2019-05-01", "version.2026-01-01")
TELLING_OF_THE_DAY += (REDLINE,)
DAYS = {
    "nothing has been published": BEFORE_ALL,
    "only a text has been published": OF_THE_OLD_TEXT,
    "the data is in force": QUIET,
    "what follows has been announced": ANNOUNCED,
}


def html(name: str) -> str:
    """What stands in the golden file of that name."""
    return SUMMARIES[name]() if name in SUMMARIES else pages("nl")[name].body + "\n"


def together(html: Mapping[str, str]) -> str:
    return "".join(f"<!-- {title} -->\n{body}\n" for title, body in html.items())


def audiences() -> str:
    """The page of each audience."""
    of = pages("nl").items()
    return together({name: page.body for name, page in of if page.kind.audience})


def contact() -> str:
    """The two pages that show the supervisory authority."""
    return together({name: pages("nl")[name].body for name in ("contact", "right.complaint")})


def forms() -> str:
    """The page with the shortest form; what others have otherwise; what differs without a form."""
    with_form, without = pages("nl"), pages("nl", has_form=False)
    erasure = with_form["right.erasure"].body
    form = re.compile(r"<form .*?</form>", re.DOTALL)
    return "\n".join(
        (
            together({"right.erasure": erasure}),
            differences({name: (erasure, with_form[name].body) for name in WITH_FORM}),
            "<!-- Beside the form, where the site has none -->\n",
            differences(
                {
                    name: (form.sub("", with_form[name].body), without[name].body)
                    for name in WITH_FORM
                }
            ),
        )
    )


def differences(pairs: Mapping[str, tuple[str, str]]) -> str:
    """Lines that came (`+`) or went (`-`), each group between the lines that both have."""
    told = []
    for name, (before, after) in pairs.items():
        lines = unified_diff(*(visible_lines(one) for one in (before, after)), lineterm="", n=1)
        changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
        if changed:
            told += [f"<!-- {name} -->", *map(short, changed), ""]
    return "\n".join(told)


def visible_lines(html: str) -> list[str]:
    """Lines with something on them, and in links that write an e-mail the words that it has."""
    letter = re.compile(r'(?<=body=)[^"]*')
    lines = (letter.sub(lambda words: unquote(words[0]), line) for line in html.splitlines())
    return [line.replace("\r\n", " / ") for line in lines if line]


def short(line: str) -> str:
    """Of a line that both pages have, so much that one sees where the others stand."""
    return line if line[0] != " " else " " + shorten(line, 80, placeholder=" …")


def policy() -> str:
    """The whole policy, without the parts that are those of other pages, a level down.

    What folds on its page, as uses, recipients and what is stored on devices do, stands here in
    full.
    """
    of = pages("nl")
    told: str = of["policy"].body
    for name in ("contact",):
        part = as_in_policy(of[name].body)
        assert told.count(part) == 1, f"the policy does not say what the page {name} says"
        told = told.replace(part, f"<!-- what is on the page {name}, a level down -->")
    return told + "\n"


def as_in_policy(page: str) -> str:
    """A page without its title and introduction, its headings a level down, its links inward."""
    body = page.partition("</h1>")[2].partition("</p>")[2].strip()
    body = re.sub(r"(</?h)([2-5])\b", lambda tag: f"{tag[1]}{int(tag[2]) + 1}", body)
    body = re.sub(r'href="\.\./[^"#]*(#[^"]+)"', r'href="\1"', body)
    body = body.replace('href="../rights/complaint-to-us/"', 'href="#complaint-to-us"')
    return re.sub(r'href="\.\./rights/([a-z-]+)/"', r'href="#right-\1"', body)


def versions() -> str:
    """All that tells of versions, and what the page of each version puts around its words."""
    of = pages("nl", day=ANNOUNCED)
    told = {name: of[name].body for name in ("changes", "versions", REDLINE)}
    for release in history():
        page = f"version.{release.id}"
        words = release.words["nl"].partition("</h1>")[2]
        assert words
        assert of[page].body.count(words) == 1
        told[page] = of[page].body.replace(words, "<!-- its words -->")
        told[page] = told[page].replace(release.sha256, "<!-- SHA-256 -->")
    return together(told)


def standings() -> str:
    """What is said below the title on each day, and of which pages."""
    told = ""
    for title, day in DAYS.items():
        notices: dict[str, list[str]] = {}
        for name, page in pages("nl", day=day).items():
            for notice in re.findall(
                r'<p class="pc-note" role="note" data-search-exclude>.*?</p>', page.body
            ):
                if name.startswith(("version.", "redline.")):
                    continue  # they stand in versions.html
                inward = re.sub(r'href="(\.\./)*', 'href="', notice)
                notices.setdefault(inward, []).append(name)
        told += f"<!-- {title} -->\n"
        told += "".join(f"{notice}\n{', '.join(of)}\n\n" for notice, of in notices.items())
    return told


SUMMARIES = {
    "audiences": audiences,
    "contact": contact,
    "forms": forms,
    "policy": policy,
    "standings": standings,
    "versions": versions,
}


@pytest.mark.parametrize("name", [*ALONE, *SUMMARIES])
def test_the_html_is_as_it_was_reviewed(name: str, request: pytest.FixtureRequest) -> None:
    assert_as_reviewed(f"{name}.html", html(name), request)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_as_they_were_reviewed(
    language: str, build_once: BuildOnce, request: pytest.FixtureRequest
) -> None:
    known: set[str] = set()
    told: list[str] = []
    if language == "nl":  # those stand in the HTML
        known.update(line for _, html in of_acme(language) for line in read(html))
    for title, html in words_of(language, build_once):
        said = list(only_new(read(html), known))
        if said != ["…"]:
            told += [f"<!-- {title} -->", *said, ""]
    assert_as_reviewed(f"words.{language}.md", "\n".join(told), request)


def words_of(language: str, build_once: BuildOnce) -> Iterator[tuple[str, str]]:
    """Titles and HTML: both examples, then what only Acme has, then its other form of address."""
    for example, path in (("webshop", ""), ("saas", "privacy/")):
        site = build_once(EXAMPLES / example / "mkdocs.yml")
        root = site / ("" if language == "nl" else language) / path
        for kind in PAGE_KINDS:
            if kind.name != "policy":  # releases have frozen its words
                html = (
                    root / PageAddresses().url(kind, directory_urls=True) / "index.html"
                ).read_text("utf-8")
                yield f"{example}: {kind.name}", article(html)
    yield from of_acme(language)
    if language != "en":
        yield from of_acme(language, FormOfAddress.INFORMAL)


def of_acme(language: str, form: FormOfAddress = FormOfAddress.FORMAL) -> Iterator[tuple[str, str]]:
    """Titles and HTML of its pages, with a form and without; on each day what tells of it."""
    for name, page in pages(language, form).items():
        if not name.startswith(("version.", "redline.", "policy")):  # their words are of releases
            yield f"Acme, {form}: {name}", page.body
    for title, day in DAYS.items():
        for name, page in pages(language, form, day=day).items():
            if name in TELLING_OF_THE_DAY:
                yield f"Acme, {form}, where {title}: {name}", page.body
    for name, page in pages(language, form, has_form=False).items():
        if name in WITH_FORM:
            yield f"Acme, {form}, without a form: {name}", page.body


def article(html: str) -> str:
    """What a built page says, without what Material puts around it."""
    inside = html[html.index("<article") : html.rindex("</article>")]
    return inside[inside.index("<h1") :]


def test_every_golden_file_is_one_of_a_test() -> None:
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert there - NAMES == set(), "nothing uses these any more: delete them"
