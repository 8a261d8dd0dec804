"""What changed of single values, texts and lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mkdocs_privacy.model import Text
from mkdocs_privacy.releases.change import Change, Value
from mkdocs_privacy.releases.comparable import days_in, is_stated_otherwise, is_third
from mkdocs_privacy.releases.kinds import Shape, Verb
from mkdocs_privacy.releases.pair import Pair
from mkdocs_privacy.releases.sameness import is_related, is_same, verb_of_words


def _value(pair: Pair[Value]) -> Iterator[Change]:
    if pair.before != pair.after:
        yield pair.whole_change(pair.verb)


def _country(pair: Pair[str | None]) -> Iterator[Change]:
    if pair.before != pair.after:
        yield pair.whole_change(Verb.THIRD_COUNTRY if is_third(pair.after) else pair.verb)


def compare_lists(pair: Pair[tuple[str, ...] | None]) -> Iterator[Change]:
    """What came and went, in any order."""
    before, after = pair.before or (), pair.after or ()
    if is_stated_otherwise(pair.before, pair.after):
        yield pair.whole_change(pair.verb)  # nothing said has become: nobody
    for value in before:
        if value not in after:
            yield pair.change(Verb.REMOVED, value)
    for value in after:
        if value not in before:
            third = pair.rule.shape is Shape.COUNTRIES and is_third(value)
            yield pair.change(Verb.THIRD_COUNTRY if third else Verb.ADDED, None, value)


def _period(pair: Pair[str | None]) -> Iterator[Change]:
    if pair.before == pair.after:
        return
    verb = pair.verb
    if pair.before and pair.after:
        before, after = days_in(pair.before), days_in(pair.after)
        verb = Verb.LENGTHENED if after > before else Verb.SHORTENED if after < before else verb
    yield pair.whole_change(verb)


def _text(pair: Pair[Text | None]) -> Iterator[Change]:
    if pair.before is None or pair.after is None:
        if pair.before != pair.after:
            yield pair.whole_change(pair.verb)
    elif verb := verb_of_words(pair.before, pair.after):
        yield pair.whole_change(verb)


def _texts(pair: Pair[tuple[Text, ...] | None]) -> Iterator[Change]:
    """Texts that share their words in some language are the same text."""
    before, after = pair.before or (), pair.after or ()
    gone = [text for text in before if not any(is_same(text, other) for other in after)]
    for text in after:
        if any(is_same(other, text) for other in before):
            continue
        earlier = next((other for other in gone if is_related(other, text)), None)
        if earlier is None and len(gone) == 1 and len(before) == len(after):
            earlier = gone[0]  # one text went and one came in its place
        if earlier:
            gone.remove(earlier)
            yield pair.change(verb_of_words(earlier, text) or Verb.CHANGED, earlier, text)
        else:
            yield pair.change(Verb.ADDED, None, text)
    for text in gone:
        yield pair.change(Verb.REMOVED, text)


VALUES_COMPARED: Mapping[Shape, Callable[[Pair[Any]], Iterator[Change]]] = {
    Shape.VALUE: _value,
    Shape.FIXED: _value,
    Shape.TEXT: _text,
    Shape.TITLE: _text,
    Shape.TEXTS: _texts,
    Shape.LIST: compare_lists,
    Shape.PERIOD: _period,
    Shape.TERM: _period,
    Shape.COUNTRY: _country,
    Shape.COUNTRIES: compare_lists,
}
"""How fields of each shape that holds no records are compared."""
