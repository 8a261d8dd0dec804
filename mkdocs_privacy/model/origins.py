"""From where the data of an activity comes: what it says, then what its categories say."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_privacy.model.activity import Activity
from mkdocs_privacy.model.personal_data import PersonalData, StatedSource


def origins(activity: Activity, categories: Mapping[str, PersonalData]) -> tuple[StatedSource, ...]:
    """The sources of an activity, and for what they do not cover those of its categories."""
    stated = activity.sources
    if not all(source.personal_data for source in stated):
        return stated
    covered = {id for source in stated for id in source.personal_data}
    rest = [
        (categories[id].stated_source, id) for id in activity.personal_data if id not in covered
    ]
    kinds: list[StatedSource] = []
    for kind, _ in rest:
        if kind not in kinds:
            kinds.append(kind)
    of_categories = (
        kind.model_copy(update={"personal_data": tuple(id for other, id in rest if other == kind)})
        for kind in kinds
    )
    return (*stated, *of_categories)
