"""Changes as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from mkdocs_privacy.changelog.entry import ToldChange
from mkdocs_privacy.changelog.places import find_place
from mkdocs_privacy.changelog.values import in_words, is_long, name_of, plain_words
from mkdocs_privacy.localization import Localization, without_capital
from mkdocs_privacy.model import CookieService, PrivacyCenter, Processor, Text
from mkdocs_privacy.model.cookies import TrackerItem
from mkdocs_privacy.releases import (
    BY_FIELD,
    Change,
    Rule,
    Topic,
    Verb,
    compare,
    differing_languages,
    lacks_language,
    with_translations,
)

OWN_SENTENCES = frozenset(
    {
        *(f"audience.{verb}" for verb in ("added", "removed")),
        *(f"personal_data.{verb}" for verb in ("added", "removed")),
        *(f"activity.{verb}" for verb in ("added", "removed")),
        *(f"activity.purposes.{verb}" for verb in ("added", "removed")),
        "activity.legal_basis.changed",
        *(f"activity.retention.period.{verb}" for verb in ("lengthened", "shortened")),
        *("processor.country.third_country", "processor.parent_country.third_country"),
        "cookie.country.third_country",
        *("processor.processing_countries.third_country", "processor.transfers.third_country"),
        *(f"organisation.joint_controllers.{verb}" for verb in ("added", "removed")),
        *(f"cookie.{verb}" for verb in ("added", "without_consent", "removed")),
        *(f"cookie.items.{verb}" for verb in ("added", "without_consent", "removed")),
        "cookies.changed",
        *(f"measure.{verb}" for verb in ("added", "removed")),
        *(f"section.{verb}" for verb in ("added", "removed")),
        *(f"rights.complaints.{verb}" for verb in ("added", "removed")),
    }
)
"""Kinds with a sentence of their own, `change.<kind>`; the others share one for each verb."""

OWN_LABELS = frozenset(
    {
        *("rights.how", "consent.how", "changes.how", "rights.complaints.deadline"),
        *("consent.service", "processor.also.service"),
    }
)
"""Fields whose label is `field.<whole name>`; of the others the last part is enough."""

_UNQUOTED = (".title", ".name", ".website", ".complaint", ".purposes")
"""Texts that are names, addresses, or the end of a sentence."""

_SUBJECTS = {
    "organisation.contact": "contact.reach",
    "organisation.privacy_contact": "contact.privacy_contact",
    "organisation.data_protection_officer": "contact.dpo",
    "organisation.representative": "contact.representative",
    "organisation.supervisory_authority": "subject.authority",
    "organisation": "subject.organisation",
    "notice": "subject.notice",
    "rights.complaints": "complaint-to-us.title",
    "rights": "subject.rights",
    "consent": "cookies.choice",
    "cookies": "cookies.title",
    "changes": "subject.changes",
}
"""What a field is about that stands in no entry with a name."""


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
        ToldChange(change, teller.sentence(change), find_place(change.path, today_center))
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
        field, _, verb = change.kind.id.rpartition(".")
        if field == "processor" and verb in (Verb.ADDED, Verb.REMOVED):
            processor: Processor = change.after or change.before
            return self.say(
                f"change.processor.{verb}.{processor.role}",
                name=name_of(processor, self.localization),
                details=self._details(processor),
            )
        if change.kind.id in OWN_SENTENCES:
            return self._own_sentence(change, BY_FIELD[field])
        return self._shared_sentence(change, BY_FIELD[field], Verb(verb))

    def _own_sentence(self, change: Change, rule: Rule) -> Markup:
        entry = change.after if change.after is not None else change.before
        values = {
            "name": self._name(change, entry),
            "subject": self._subject(change),
            "details": self._details(entry),
            "old": self._printed(rule, change.before, self.before),
            "new": self._printed(rule, change.after, self.after),
        }
        return self.say(f"change.{change.kind.id}", **values)

    def _shared_sentence(self, change: Change, rule: Rule, verb: Verb) -> Markup:
        values = {"subject": self._subject(change), "field": self._label(rule)}
        is_entry = rule.field.count(".") == 1  # another name of a contact is another person
        if verb is Verb.TRANSLATED:
            differing = differing_languages(change.before, change.after)
            names = map(self.localization.name_of_language, differing)
            return self.say(
                "change.translated", **values, languages=self.localization.listed(names)
            )
        old = self._printed(rule, change.before, self.before)
        new = self._printed(rule, change.after, self.after)
        if verb is Verb.CHANGED and rule.field.endswith((".title", ".name")) and is_entry:
            return self.say("change.renamed", old=old, new=new)
        if any(is_long(value) for value in (old, new, change.before, change.after)):
            return self.say(f"change.long.{verb}", **values)
        is_one_of_many = rule.is_list and () not in (change.before, change.after)
        family = "change.listed" if is_one_of_many and verb is not Verb.CHANGED else "change.field"
        return self.say(f"{family}.{verb}", **values, old=old, new=new)

    def _printed(self, rule: Rule, value: Any, center: PrivacyCenter) -> Markup | str:
        """A value as the pages print it; the owner's own sentences between quotation marks."""
        if value is None and rule.field != "cookies":
            return ""
        words = in_words(rule, value, center, self.localization)
        if isinstance(value, Text) and not rule.field.endswith(_UNQUOTED):
            return self.say("change.quoted", words=words)
        return words

    def _label(self, rule: Rule) -> Markup:
        whole = rule.field in OWN_LABELS
        return self.say(f"field.{rule.field if whole else rule.field.rpartition('.')[2]}")

    def _name(self, change: Change, entry: Any) -> str | Markup:
        if isinstance(entry, TrackerItem):
            return _code(change.path[-1])
        if hasattr(entry, "title") or hasattr(entry, "name"):
            return name_of(entry, self.localization)
        return ""

    def _details(self, entry: Any) -> Markup | str:
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
                    return
                if (
                    path[1] == "joint_controllers"
                    and path[2] in center.organisation.joint_controllers
                ):
                    yield center.organisation.joint_controllers[str(path[2])].name
                    return
        if path[:2] == ("rights", "each"):
            yield self.say(f"right.{path[2]}.title")
            return
        whole = ".".join(map(str, path[:2]))
        yield self.say(_SUBJECTS[whole] if whole in _SUBJECTS else _SUBJECTS[str(path[0])])


def _code(name: object) -> Markup:
    return Markup('<code translate="no">{}</code>').format(name)
