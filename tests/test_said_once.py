"""A macro is called once for the same arguments, unless what it says depends on the page."""

from __future__ import annotations

from collections.abc import Callable

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
    one, other, words = {"a": 1}, {"a": 1}, ["a"]
    once(one)
    once(one)
    once(other)
    once(words)
    words.append("b")
    once(words)
    once(words, with_reason=True)
    assert len(calls) == 5
