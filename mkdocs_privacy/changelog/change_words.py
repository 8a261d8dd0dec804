"""Changes as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mkdocs_privacy.changelog.change_subjects import ChangeSubjects, code
from mkdocs_privacy.changelog.entry import ToldChange
from mkdocs_privacy.changelog.link_targets import find_link_target
from mkdocs_privacy.changelog.values import (
    is_long,
    is_of_the_house,
    name_of,
    plain_words,
    printed_value,
)
from mkdocs_privacy.localization import Localization, without_capital
from mkdocs_privacy.model import (
    Address,
    CookieService,
    PrivacyCenter,
    Processor,
    Record,
    Text,
    TrackerItem,
)
from mkdocs_privacy.releases import (
    Change,
    FieldRule,
    Manner,
    Shape,
    Topic,
    Value,
    Verb,
    compare,
    differing_languages,
    lacks_language,
    with_ids_of,
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
    before, after = made_comparable(before, after, localization.language, today_center)
    teller = ChangeTeller(before, after, localization)
    topics = tuple(Topic)

    def importance(change: Change) -> tuple[int, bool, bool]:
        is_detail = len(change.path) > 2  # first what came or went, then what changed of it
        return topics.index(change.kind.topic), not change.kind.material, is_detail

    return tuple(
        told_by(teller, change, today_center)
        for change in sorted(compare(before, after), key=importance)
    )


def told_by(teller: ChangeTeller, change: Change, today_center: PrivacyCenter) -> ToldChange:
    """A change in a sentence of its own, with its place on the pages of `today_center`."""
    target = find_link_target(change, today_center, teller.localization)
    return ToldChange(change, teller.sentence, target)


def made_comparable(
    before: PrivacyCenter, after: PrivacyCenter, language: str, today_center: PrivacyCenter
) -> tuple[PrivacyCenter, PrivacyCenter]:
    """Both centers, with the same ids; in a language that was added since, in later words."""
    if lacks_language(after, language):
        after = with_translations(after, today_center)
    if lacks_language(before, language):
        before = with_translations(before, after)
    return with_ids_of(before, after), after


class ChangeTeller:
    """Tells changes between two centers in one language."""

    def __init__(
        self, before: PrivacyCenter, after: PrivacyCenter, localization: Localization
    ) -> None:
        self.before, self.after, self.localization = before, after, localization
        self.say = localization.message
        self.subjects = ChangeSubjects(before, after, localization)

    def sentence(self, *alike: Change) -> Markup:
        """One sentence of a change, or of the same in several places or with several values."""
        [change, *_] = alike
        is_about_none = change.kind.rule.is_list and () in (change.before, change.after)
        if change.kind.has_own_sentence and not is_about_none and not _is_only_stated(change):
            return self._own_sentence(alike)
        return self._shared_sentence(alike)

    def _own_sentence(self, alike: Sequence[Change]) -> Markup:
        [change, *_] = alike
        rule = change.kind.rule
        entry = change.after if change.after is not None else change.before
        old, new = self.values(alike)
        values = {
            "name": self.name(change),
            "subject": self.subjects.places(alike),
            "subjects": self.quoted(self.subjects.subject(one) for one in alike),
            "details": self.details(entry),
            "old": old,
            "new": new,
        }
        by = rule.sentences_by
        variant = f".{getattr(entry, by) or 'unstated'}" if by else ""
        return self.say(f"change.{change.kind.id}{variant}", **values)

    def _shared_sentence(self, alike: Sequence[Change]) -> Markup:
        [change, *_] = alike
        rule, verb = change.kind.rule, change.kind.verb
        if verb is Verb.THIRD_COUNTRY:
            verb = Verb.ADDED if change.before is None else Verb.CHANGED
        values = {"subject": self.subjects.places(alike), "field": self.say(rule.label)}
        before, after = change.before, change.after
        old, new = self.values(alike)
        if verb is Verb.TRANSLATED or old == new:
            names = [*map(self.localization.name_of_language, _differing_in(before, after))]
            if names:
                listed = self.localization.listed(names)
                return self.say("change.translated", **values, languages=listed)
        if verb is Verb.CHANGED and rule.manner is Manner.NAME:
            return self.say("change.renamed", old=old, new=new)
        if not self.is_short(change):
            return self.say(f"change.long.{verb}", **values)
        is_alone = change.is_first or _is_alone(change)
        is_one_of_many = rule.is_list and () not in (before, after) and not is_alone
        family = "change.listed" if is_one_of_many and verb is not Verb.CHANGED else "change.field"
        return self.say(f"{family}.{verb}", **values, old=old, new=new)

    def is_short(self, change: Change) -> bool:
        """Whether what it was and what it is can stand in a sentence, and differ there."""
        old, new = self.values([change])
        sides = ((old, change.before), (new, change.after))
        rule = change.kind.rule
        return old != new and not any(
            is_long(value) or (is_long(words) and not is_of_the_house(rule, value))
            for words, value in sides
        )

    def values(self, alike: Sequence[Change]) -> tuple[Markup | str, Markup | str]:
        """What it was and what it is, each value once."""
        old = [self._printed(one.kind.rule, one.before, self.before) for one in alike]
        new = [self._printed(one.kind.rule, one.after, self.after) for one in alike]
        return self._listed_once(old), self._listed_once(new)

    def _listed_once(self, words: Iterable[Markup | str]) -> Markup | str:
        once = [*dict.fromkeys(words)]
        return once[0] if len(once) == 1 else self.localization.listed(once)

    def quoted(self, names: Iterable[Markup | str]) -> Markup:
        """Names between quotation marks, each once."""
        named = (self.say("change.named", name=name) for name in dict.fromkeys(names))
        return self.localization.listed(named, are_quoted=True)

    def _printed(self, rule: FieldRule, value: Value, center: PrivacyCenter) -> Markup | str:
        """A value as the pages print it; the owner's own sentences between quotation marks."""
        words = printed_value(rule, value, center, self.localization)
        if isinstance(value, Text) and rule.manner is Manner.QUOTED:
            return self.say("change.quoted", words=words)
        return words

    def name(self, change: Change) -> str | Markup:
        """What an entry that came or went is called, or what of a cookie service did."""
        entry = change.after if change.after is not None else change.before
        if isinstance(entry, TrackerItem):
            return code(change.path[-1])
        if isinstance(entry, Record) and (hasattr(entry, "title") or hasattr(entry, "name")):
            return name_of(entry, self.localization)
        return ""

    def details(self, entry: Value) -> Markup | str:
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


def _is_only_stated(change: Change) -> bool:
    """Whether a sentence of its own would say more than is known: that somebody is a new recipient,
    or is outside the European Economic Area now, where nothing was stated or that was so before."""
    rule, verb = change.kind.rule, change.kind.verb
    is_list = rule.is_list and verb in (Verb.ADDED, Verb.THIRD_COUNTRY)
    is_country = rule.shape is Shape.COUNTRY and verb is Verb.THIRD_COUNTRY
    return change.is_further or (change.is_first and (is_list or is_country))


def _is_alone(change: Change) -> bool:
    """Whether the only one of what can be several came, went or is another."""
    rule = change.kind.rule
    return rule.shape in (Shape.ONE_OR_MORE, Shape.STAGES) and change.path[-1] == rule.name


def _differing_in(before: Value, after: Value) -> tuple[str, ...]:
    """The languages in which words differ, where nothing else does: a town has a name in each."""
    if isinstance(before, Address) and isinstance(after, Address):
        pairs = [(old, getattr(after, name)) for name, old in before if old != getattr(after, name)]
    else:
        pairs = [(before, after)]
    if not all(isinstance(one, Text) for pair in pairs for one in pair):
        return ()
    return tuple(dict.fromkeys(code for pair in pairs for code in differing_languages(*pair)))
