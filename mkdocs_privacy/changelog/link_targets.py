"""Where something that changed stands on today’s pages."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.changelog.entry import LinkTarget
from mkdocs_privacy.changelog.values import name_of
from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.localization import Localization
from mkdocs_privacy.model import PrivacyCenter, Record
from mkdocs_privacy.releases import Change, FieldRule, holding


def find_link_target(
    change: Change, center: PrivacyCenter, localization: Localization
) -> LinkTarget | None:
    """The place on the pages of `center`, or nothing where it is not there any more.

    What is shown nowhere by itself, or is there no more, stands where what holds it stands.
    """
    for rule in holding(change.kind.rule):
        if target := _target_of(rule, change.path, center, localization):
            return target
    return None


def _target_of(
    rule: FieldRule, path: KeyPath, center: PrivacyCenter, localization: Localization
) -> LinkTarget | None:
    if rule.shown is None:
        return None
    has_ids = rule.declared.container is dict and len(path) > len(rule.holders) + 1
    of_thing = path[: len(rule.holders) + (2 if has_ids else 1)]
    thing = _find(of_thing, center)
    is_there = rule.shown.when(center) if rule.shown.when else thing
    if not is_there:
        return None
    fill = {"id": of_thing[-1], "entry": thing}
    name = _name(thing, localization)
    return LinkTarget(rule.shown.page.format(**fill), rule.shown.anchor.format(**fill), name)


def _name(thing: object, localization: Localization) -> str:
    has_name = hasattr(thing, "title") or hasattr(thing, "name")
    return name_of(thing, localization) if isinstance(thing, Record) and has_name else ""


def _find(path: KeyPath, center: PrivacyCenter) -> object:
    found: object = center
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else getattr(found, str(key), None)
    return found
