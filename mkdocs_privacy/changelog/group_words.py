"""Changes that are told once, in words: a sentence, what was and what is, what it means."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_privacy.changelog.causes import entry_of
from mkdocs_privacy.changelog.change_words import ChangeTeller, made_comparable, told_by
from mkdocs_privacy.changelog.entry import SideBySide, ToldDetail, ToldGroup
from mkdocs_privacy.changelog.grouping import Cause, ChangeGroup, group_changes
from mkdocs_privacy.changelog.meanings import Meaning, meanings
from mkdocs_privacy.changelog.values import name_of
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter
from mkdocs_privacy.releases import Change, Manner, Verb, compare

_COMPARED = (Verb.CHANGED, Verb.LENGTHENED, Verb.SHORTENED)


def tell_groups(
    before: PrivacyCenter,
    after: PrivacyCenter,
    localization: Localization,
    today_center: PrivacyCenter,
) -> tuple[ToldGroup, ...]:
    """What changed in the data, each change of life once, what is material first.

    Links lead to the pages of `today_center`.
    """
    before, after = made_comparable(before, after, localization.language, today_center)
    teller = _GroupTeller(ChangeTeller(before, after, localization), today_center)
    return tuple(map(teller.tell, group_changes(compare(before, after))))


class _GroupTeller:
    """Tells groups of changes between two centers in one language."""

    def __init__(self, teller: ChangeTeller, today_center: PrivacyCenter) -> None:
        self.teller, self.today_center = teller, today_center
        self.localization = teller.localization
        self.say = teller.say

    def tell(self, group: ChangeGroup) -> ToldGroup:
        told = tuple(map(self._meaning, meanings(group)))
        return ToldGroup(group, self._sentence(group), told, self._detail)

    def _detail(self, group: ChangeGroup, sentence: Markup) -> ToldDetail:
        sides = self._sides(group)
        return ToldDetail(
            tuple(told_by(self.teller, change, self.today_center) for change in group.changes),
            self._heading(group) if sides else sentence,
            sides,
        )

    def _sentence(self, group: ChangeGroup) -> Markup:
        match group.cause:
            case Cause.REPLACED:
                return self._replaced(group)
            case Cause.CAME | Cause.WENT:
                return self._came_or_went(group)
            case Cause.REWORDED | Cause.REWRITTEN:
                topic = self.say(f"topic.{group.changes[0].kind.topic}")
                count = len(group.changes)
                return self.localization.plural(f"told.{group.cause}", count, topic=topic)
            case Cause.SUBJECT:
                labels = dict.fromkeys(self.say(one.kind.rule.label) for one in group.changes)
                fields = self.localization.listed(labels)
                return self.say("told.subject", subject=self._thing(group), fields=fields)
            case Cause.ALIKE | Cause.ALONE:
                return self.teller.sentence(*group.changes)

    def _came_or_went(self, group: ChangeGroup) -> Markup:
        first, *others = group.changes
        return self._along(
            self._used(self.teller.sentence(first), others),
            [change for change in others if entry_of(change) and not self._alike(change, first)],
        )

    def _alike(self, change: Change, other: Change) -> bool:
        """Whether two things have one name, as the activity and the kind of data ‘Reviews’ do."""
        return self.teller.name(change) == self.teller.name(other)

    def _replaced(self, group: ChangeGroup) -> Markup:
        new, old = self._pair(group)
        uses = [change for change in group.changes if change.path[2:] == ("processors",)]
        if not uses:
            service = group.changes[0].after
            category = self.teller.details(service)
            return self.say("told.replaced.cookies", new=new, old=old, category=category)
        places = self._places(uses)
        others = [one for one in group.changes if entry_of(one) and one.path[0] == "cookies"]
        replaced = self.say("told.replaced", new=new, old=old, places=places)
        return self._along(replaced, [one for one in others if one.after is not None])

    def _pair(self, group: ChangeGroup) -> tuple[str, str]:
        """What came, and what went in its place."""
        [new, old] = group.about
        return self._name(new), self._name(old)

    def _name(self, entry: tuple[str, str]) -> str:
        key, id = entry
        for center in (self.teller.after, self.teller.before):
            entries = getattr(center, key) or {}
            if id in entries:
                return name_of(entries[id], self.localization)
        return id

    def _used(self, sentence: Markup, others: Sequence[Change]) -> Markup:
        """With the activities in which it came or went."""
        uses = [one for one in others if one.path[0] == "activities" and not entry_of(one)]
        if not uses:
            return sentence
        return self.say("told.used", change=sentence, places=self._places(uses))

    def _along(self, sentence: Markup, others: Sequence[Change]) -> Markup:
        """With what else came or went because of it."""
        if not others:
            return sentence
        names = self.localization.listed(map(self.teller.name, others))
        came = others[0].after is not None
        if came and all(other.path[0] == "cookies" for other in others):
            return self.say("told.with_cookies", change=sentence, names=names)
        return self.say("told.along" if came else "told.along_gone", change=sentence, names=names)

    def _places(self, changes: Sequence[Change]) -> Markup:
        return self.teller.quoted(map(self.teller.subjects.thing, changes))

    def _thing(self, group: ChangeGroup) -> Markup | str:
        return self.teller.subjects.thing(group.changes[0])

    def _heading(self, group: ChangeGroup) -> Markup:
        """What stands above both sides, without repeating them."""
        if group.cause is Cause.REPLACED:
            return self._sentence(group)
        subject = self.teller.subjects.places(group.changes)
        field = self.say(group.changes[0].kind.rule.label)
        return self.say("told.field", subject=subject, field=field)

    def _sides(self, group: ChangeGroup) -> SideBySide | None:
        """What was and what is, where that is short and no sentence has it already."""
        if group.cause is Cause.REPLACED:
            new, old = ({one.path[:2]: one for one in group.changes}.get(of) for of in group.about)
            if new and old and entry_of(new) and entry_of(old):
                return SideBySide(self._described(old), self._described(new))
        elif group.cause in (Cause.ALIKE, Cause.ALONE):
            kind = group.changes[0].kind
            has_own = kind.has_own_sentence or kind.rule.manner is Manner.NAME
            is_said = kind.verb not in _COMPARED or has_own
            if not is_said and self.teller.is_short(group.changes[0]):
                return SideBySide(*self.teller.values(group.changes))
        return None

    def _described(self, change: Change) -> Markup:
        entry = change.after if change.after is not None else change.before
        details = self.say("list.detail", detail=self.teller.details(entry))
        return Markup("{}{}").format(self.teller.name(change), details)

    def _meaning(self, meaning: Meaning) -> Markup:
        countries = map(self.localization.country, meaning.countries)
        return self.say(
            meaning.id,
            name=self.teller.subjects.name_of_recipient(meaning.recipient),
            countries=self.localization.listed(countries),
        )
