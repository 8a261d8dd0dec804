"""Changes as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from mkdocs_privacy.changelog.entry import ToldChange
from mkdocs_privacy.changelog.link_targets import find_link_target
from mkdocs_privacy.changelog.values import is_long, name_of, plain_words, printed_value
from mkdocs_privacy.localization import Localization, without_capital
from mkdocs_privacy.model import CookieService, PrivacyCenter, Processor, Record, Text, TrackerItem
from mkdocs_privacy.releases import (
    BY_FIELD,
    Change,
    FieldRule,
    Manner,
    Shape,
    Topic,
    Value,
    Verb,
    compare,
    differing_languages,
    holding,
    lacks_language,
    with_translations,
)


def tell_changes(
    before: PrivacyCenter,
    after: PrivacyCenter,
    localization: Localization,
    today_center: PrivacyCenter,
) -> tuple[ToldChange, ...]:
    """What changed in the data, by topic and material changes first.

    Links lead to the pages of `today_center`. A language that was added since is told in the words
    of a later version, where those are translations of the same words.
    """
    if lacks_language(after, localization.language):
        after = with_translations(after, today_center)
    if lacks_language(before, localization.language):
        before = with_translations(before, after)
    teller = _Teller(before, after, localization)
    topics = tuple(Topic)

    def importance(change: Change) -> tuple[int, bool, bool]:
        is_detail = len(change.path) > 2  # first what came or went, then what changed of it
        return topics.index(change.kind.topic), not change.kind.material, is_detail

    return tuple(
        ToldChange(change, teller.sentence(change), find_link_target(change, today_center))
        for change in sorted(compare(before, after), key=importance)
    )


class _Teller:
    """Tells changes between two centers in one language."""

    def __init__(
        self, before: PrivacyCenter, after: PrivacyCenter, localization: Localization
    ) -> None:
        self.before, self.after, self.localization = before, after, localization
        self.say = localization.message

    def sentence(self, change: Change) -> Markup:
        is_about_none = change.kind.rule.is_list and () in (change.before, change.after)
        if change.kind.has_own_sentence and not is_about_none:
            return self._own_sentence(change)
        return self._shared_sentence(change)

    def _own_sentence(self, change: Change) -> Markup:
        rule = change.kind.rule
        entry = change.after if change.after is not None else change.before
        values = {
            "name": self._name(change, entry),
            "subject": self._subject(change),
            "details": self._details(entry),
            "old": self._printed(rule, change.before, self.before),
            "new": self._printed(rule, change.after, self.after),
        }
        by = rule.sentences_by
        variant = f".{getattr(entry, by) or 'unstated'}" if by else ""
        return self.say(f"change.{change.kind.id}{variant}", **values)

    def _shared_sentence(self, change: Change) -> Markup:
        rule, verb = change.kind.rule, change.kind.verb
        values = {"subject": self._subject(change), "field": self.say(rule.label)}
        before, after = change.before, change.after
        if verb is Verb.TRANSLATED and isinstance(before, Text) and isinstance(after, Text):
            differing = differing_languages(before, after)
            names = map(self.localization.name_of_language, differing)
            return self.say(
                "change.translated", **values, languages=self.localization.listed(names)
            )
        old = self._printed(rule, before, self.before)
        new = self._printed(rule, after, self.after)
        if verb is Verb.CHANGED and rule.manner is Manner.NAME:
            return self.say("change.renamed", old=old, new=new)
        if old == new or any(is_long(value) for value in (old, new, before, after)):
            return self.say(f"change.long.{verb}", **values)
        is_one_of_many = rule.is_list and () not in (before, after) and not _is_alone(change)
        family = "change.listed" if is_one_of_many and verb is not Verb.CHANGED else "change.field"
        return self.say(f"{family}.{verb}", **values, old=old, new=new)

    def _printed(self, rule: FieldRule, value: Value, center: PrivacyCenter) -> Markup | str:
        """A value as the pages print it; the owner's own sentences between quotation marks."""
        words = printed_value(rule, value, center, self.localization)
        if isinstance(value, Text) and rule.manner is Manner.QUOTED:
            return self.say("change.quoted", words=words)
        return words

    def _name(self, change: Change, entry: Value) -> str | Markup:
        if isinstance(entry, TrackerItem):
            return _code(change.path[-1])
        if isinstance(entry, Record) and (hasattr(entry, "title") or hasattr(entry, "name")):
            return name_of(entry, self.localization)
        return ""

    def _details(self, entry: Value) -> Markup | str:
        """What a reader wants to know at once about something new."""
        if isinstance(entry, Processor):
            category = plain_words(entry.category, self.localization)
            country = self.localization.country(entry.country) if entry.country else ""
            return Markup(", ").join(filter(None, (category, country)))
        if isinstance(entry, CookieService):
            return plain_words(entry.category, self.localization)
        if isinstance(entry, TrackerItem):
            return without_capital(self.localization.text(entry.purpose))
        return ""

    def _subject(self, change: Change) -> Markup | str:
        """What a change is about: the name of the entry, or of the part of the policy."""
        return Markup(", ").join(self._subjects(change))

    def _subjects(self, change: Change) -> Iterator[Markup | str]:
        path = change.path
        if len(path) > 1:
            for center in (self.after, self.before):
                entries = getattr(center, str(path[0]))
                if isinstance(entries, dict) and path[1] in entries:
                    yield name_of(entries[path[1]], self.localization)
                    if path[2:3] == ("items",) and len(path) > 4:
                        yield _code(path[3])
                    if path[2:3] == ("processors",) and len(path) > 4:
                        yield self._name_of_recipient(str(path[3]))
                    yield from self._part(change)
                    return
                inner = getattr(entries, str(path[1]), None) or {}
                if path[1] in _NAMED_INSIDE and path[2] in inner:
                    yield name_of(inner[path[2]], self.localization)
                    return
        if path[:2] == ("rights", "each"):
            yield self.say(f"right.{path[2]}.title")
            return
        yield self.say(next(rule.subject for rule in holding(change.kind.rule) if rule.subject))

    def _name_of_recipient(self, id: str) -> str:
        known = {**(self.before.processors or {}), **(self.after.processors or {})}
        return self.localization.text(known[id].name) if id in known else id

    def _part(self, change: Change) -> Iterator[Markup | str]:
        """Which of several records a change is about, where a word tells them apart."""
        key, *_ = (*change.path[3:-1], "")
        if isinstance(key, int):
            stage = self.after.activities[str(change.path[1])].retention[key]
            yield self.localization.text(stage.what)
        elif key:
            holder = change.kind.rule.holders[0]
            for identity in filter(
                None, map(BY_FIELD.get, (f"{holder}.basis", f"{holder}.source"))
            ):
                words = self.say(f"{identity.family}.{str(key).rstrip('+')}")
                yield Markup(without_capital(words.removesuffix(".")))


def _is_alone(change: Change) -> bool:
    """Whether the only one of what can be several came, went or is another."""
    rule = change.kind.rule
    return rule.shape in (Shape.ONE_OR_MORE, Shape.STAGES) and change.path[-1] == rule.name


_NAMED_INSIDE = ("joint_controllers", "other_representatives", "further")
"""The fields whose entries have a name by which a change is told."""


def _code(name: object) -> Markup:
    return Markup('<code translate="no">{}</code>').format(name)
