"""What a center says of one audience, and of none of the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mkdocs_privacy.localization import LocalizedCenter
from mkdocs_privacy.model import Activity, CookieService, Right


@dataclass(frozen=True)
class ForAudience:
    """What concerns the people of one audience."""

    localized: LocalizedCenter
    id: str

    @cached_property
    def _activities(self) -> tuple[tuple[str, Activity], ...]:
        return tuple(self.localized.center.activities_of(self.id))

    @cached_property
    def our_activities(self) -> tuple[tuple[str, Activity], ...]:
        """What we are responsible for, with its ids."""
        is_on_behalf = self.localized.center.is_on_behalf_of_others
        return tuple((id, one) for id, one in self._activities if not is_on_behalf(one))

    @cached_property
    def activities_on_behalf(self) -> tuple[tuple[str, Activity], ...]:
        """What we do on behalf of others, with its ids."""
        is_on_behalf = self.localized.center.is_on_behalf_of_others
        return tuple((id, one) for id, one in self._activities if is_on_behalf(one))

    @cached_property
    def cookies(self) -> tuple[tuple[str, CookieService], ...]:
        """The services that store or read on their devices: those of their activities."""
        theirs = {id for id, _ in self._activities}
        services = (self.localized.center.cookies or {}).items()
        return tuple(
            (id, service)
            for id, service in services
            if service.activity in theirs and not service.stores_nothing
        )

    @cached_property
    def rights(self) -> tuple[Right, ...]:
        """The rights that apply, or may, to something that we do with their data."""
        return tuple(right for right in Right if right.requested_from_us and self._has_right(right))

    def _has_right(self, right: Right) -> bool:
        return any(
            right in self.localized.judgements.rights_of(one) for _, one in self.our_activities
        )
