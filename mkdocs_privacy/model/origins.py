"""From where the data of an activity comes: what it says, then what its categories say."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.personal_data import DataSource, PersonalData, StatedSource
from mkdocs_privacy.model.text import Text


def origins(activity: Activity, categories: Mapping[str, PersonalData]) -> tuple[StatedSource, ...]:
    """The sources of an activity, and for what they do not cover those of its categories."""
    alike: list[list[str]] = []
    for id in _not_covered(activity):
        for ids in alike:
            if _origin(categories[id]) == _origin(categories[ids[0]]):
                ids.append(id)
                break
        else:
            alike.append([id])
    return (*activity.sources, *(categories[ids[0]].stated_source(ids) for ids in alike))


def sources(activity: Activity, categories: Mapping[str, PersonalData]) -> tuple[DataSource, ...]:
    """The same without what is known of each, every source once, in order of appearance."""
    stated = (source.source for source in activity.sources)
    of_categories = (categories[id].source for id in _not_covered(activity))
    return tuple(dict.fromkeys((*stated, *of_categories)))


def _not_covered(activity: Activity) -> list[str]:
    """The data of which the sources of an activity do not tell."""
    if not all(source.personal_data for source in activity.sources):
        return []
    covered = {id for source in activity.sources for id in source.personal_data}
    return [id for id in activity.personal_data if id not in covered]


def _origin(data: PersonalData) -> tuple[DataSource, Text | None, bool | None]:
    return data.source, data.origin, data.publicly_accessible
