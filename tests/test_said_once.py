"""A macro is called once for the same arguments, unless what it says depends on the page."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from mkdocs_privacy.pages.addresses import PageAddresses
from mkdocs_privacy.pages.kinds import PAGE_KINDS
from mkdocs_privacy.pages.page_in_progress import PageInProgress
from mkdocs_privacy.pages.said_once import SaidOnce

HOME, DATA = (next(kind for kind in PAGE_KINDS if kind.name == name) for name in ("home", "data"))


def a_page() -> PageInProgress:
    page = PageInProgress(PAGE_KINDS, True, PageAddresses())
    page.begin(HOME)
    return page


def counted(say: Callable[[str], str]) -> tuple[Callable[[str], str], list[str]]:
    calls: list[str] = []

    def macro(word: str) -> str:
        calls.append(word)
        return say(word)

    return macro, calls


def test_what_asks_nothing_of_the_page_is_said_once_for_all_pages() -> None:
    page = a_page()
    macro, calls = counted(str.upper)
    once = SaidOnce(page)(macro)
    assert once("a") == "A"
    page.begin(DATA)
    assert (once("a"), once("b")) == ("A", "B")
    assert calls == ["a", "b"]


def test_what_has_a_link_is_said_once_on_each_page() -> None:
    page = a_page()
    macro, calls = counted(lambda word: page.link("data", word))
    once = SaidOnce(page)(macro)
    at_home = once("a")
    assert once("a") == at_home
    page.begin(DATA)
    assert once("a") != at_home
    assert calls == ["a", "a"]


def test_what_calls_something_with_a_link_depends_on_the_page_too() -> None:
    page = a_page()
    link = SaidOnce(page)(lambda word: page.link("data", word))
    around = SaidOnce(page)(lambda word: f"<{link(word)}>")
    link("a")
    at_home = around("a")
    page.begin(DATA)
    assert around("a") == f"<{page.link('data', 'a')}>" != at_home


def test_a_heading_is_written_each_time_so_that_the_table_of_contents_has_it() -> None:
    page = a_page()
    macro, calls = counted(lambda word: page.heading(2, word, word))
    once = SaidOnce(page)(macro)
    once("a")
    once("a")
    assert calls == ["a", "a"]
    assert [heading.id for heading in page.headings] == ["a", "a"]


def test_a_record_is_known_as_itself_and_a_list_by_what_is_in_it() -> None:
    calls: list[object] = []
    once = SaidOnce(a_page())(lambda what, **named: calls.append((what, named)))
    one, other, words = object(), object(), ["a"]
    once(one)
    once(one)
    once(other)
    once(words)
    words.append("b")
    once(words)
    once(words, with_reason=True)
    assert len(calls) == 5


def test_what_prints_the_headings_of_the_page_depends_on_the_page() -> None:
    page = a_page()
    once = SaidOnce(page)(lambda: ", ".join(heading.id for heading in page.headings))
    page.heading(2, "a", "A")
    assert once() == "a"
    page.begin(DATA)
    page.heading(2, "b", "B")
    assert once() == "b"


def test_words_are_not_html_because_the_same_words_were() -> None:
    once = SaidOnce(a_page())(lambda words: f"<td>{escape(words)}</td>")
    assert once(Markup("<b>x</b>")) == "<td><b>x</b></td>"
    assert once("<b>x</b>") == "<td>&lt;b&gt;x&lt;/b&gt;</td>"


def test_arguments_may_be_named_be_lists_of_lists_or_change() -> None:
    once = SaidOnce(a_page())(lambda *some, **named: f"{some} {named}")
    changing = {"a": 1}
    assert once(["a", ["b"]], codes=["BE"]) == "(['a', ['b']],) {'codes': ['BE']}"
    assert once(changing) == "({'a': 1},) {}"
    changing["a"] = 2
    assert once(changing) == "({'a': 2},) {}"
    assert once(True, (1,)) == "(True, (1,)) {}"
    assert once(1, [1]) == "(1, [1]) {}"
