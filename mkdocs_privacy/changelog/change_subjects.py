"""What a change is about, by the names that the pages have for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mkdocs_privacy.changelog.values import name_of
from mkdocs_privacy.localization import Localization, without_capital
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import BY_FIELD, Change, holding


class ChangeSubjects:
    """Names what changed between two centers, in one language."""

    def __init__(
        self, before: PrivacyCenter, after: PrivacyCenter, localization: Localization
    ) -> None:
        self.before, self.after, self.localization = before, after, localization
        self.say = localization.message

    def places(self, alike: Sequence[Change]) -> Markup | str:
        """What changes are about: what is said of several parts of one thing stands together."""
        if len(alike) == 1:
            return self.subject(alike[0])
        parts: dict[Markup | str, dict[Markup | str, None]] = {}
        for change in alike:
            [thing, *of_thing] = self._subjects(change)
            parts.setdefault(thing, {}).update(dict.fromkeys(of_thing))
        return self.localization.listed(
            Markup("{}{}").format(
                thing, self.say("list.detail", detail=self.localization.listed(of_thing))
            )
            if of_thing
            else thing
            for thing, of_thing in parts.items()
        )

    def subject(self, change: Change) -> Markup | str:
        """What a change is about: the name of the entry, or of the part of the policy."""
        return Markup(", ").join(self._subjects(change))

    def thing(self, change: Change) -> Markup | str:
        """The same without the part of it."""
        return next(self._subjects(change))

    def _subjects(self, change: Change) -> Iterator[Markup | str]:
        path = change.path
        if len(path) > 1:
            for center in (self.after, self.before):
                entries = getattr(center, str(path[0]))
                if isinstance(entries, dict) and path[1] in entries:
                    yield name_of(entries[path[1]], self.localization)
                    if path[2:3] == ("items",) and len(path) > 4:
                        yield code(path[3])
                    if path[2:3] == ("processors",) and len(path) > 4:
                        yield self.name_of_recipient(str(path[3]))
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

    def name_of_recipient(self, id: str) -> str:
        """What a recipient is called, who may receive data no longer."""
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


_NAMED_INSIDE = ("joint_controllers", "other_representatives", "further")
"""The fields whose entries have a name by which a change is told."""


def code(name: object) -> Markup:
    """A name of something technical, which nobody translates."""
    return Markup('<code translate="no">{}</code>').format(name)
