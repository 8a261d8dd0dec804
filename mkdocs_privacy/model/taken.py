"""What an owner says of an entry beside its fields; it is worked out as the data is read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from mkdocs_privacy.model.app_permission import AppPermission
from mkdocs_privacy.model.one_or_more import OneOrMore
from mkdocs_privacy.model.processor import ProcessorCategory
from mkdocs_privacy.model.recipient import Recipient
from mkdocs_privacy.model.record import Record
from mkdocs_privacy.model.retention import Retention
from mkdocs_privacy.model.scalars import AudienceId, NonEmpty, PersonalDataId
from mkdocs_privacy.model.text import Text


class Also(Record):
    """What comes to the lists of an activity that is taken from the catalogue."""

    audiences: tuple[AudienceId, ...] = ()
    """Whom it concerns as well."""
    purposes: tuple[Text, ...] = ()
    """Why the data is used as well."""
    personal_data: tuple[PersonalDataId, ...] = ()
    """Which data is used as well."""
    processors: tuple[Recipient, ...] = ()
    """Who receives the data as well."""
    retention: Annotated[tuple[Retention, ...], OneOrMore()] = ()
    """How long other data is kept."""
    permissions: tuple[AppPermission, ...] = ()
    """What an app asks a device for as well."""


class Taken(Record):
    """What an activity may say beside its fields.

    Once the data is read it is gone: a release holds what came of it.
    """

    without: tuple[NonEmpty, ...] = ()
    """With `use`: ids that are taken away from the shipped `personal_data` and `audiences`."""
    also: Also = Also()
    """With `use`: what comes to the shipped lists, which need not be repeated."""
    recipient_categories: tuple[ProcessorCategory, ...] = ()
    """Every recipient of these categories receives the data, where `processors` is not written
    and no other activity names the recipient in its own `processors`."""


def _ids_or_none(written: Any) -> Any:
    if written == "none":
        return ()
    return (written,) if isinstance(written, str) else written


class TakenProcessor(Record):
    """What a recipient may say beside its fields.

    Once the data is read it is gone: a release holds what came of it.
    """

    cookies: Annotated[tuple[NonEmpty, ...], BeforeValidator(_ids_or_none)] = ()
    """What it stores or reads on the devices of your visitors: an id of the catalogue’s cookie
    services or several, or `none`. Without this key, `use` brings the service that is on every
    site that uses the recipient, if there is one and your cookie table has none of this
    recipient."""


class TakenWords(Record):
    """What stands in place of words, or beside them.

    Once the data is read it is gone: a release holds what came of it. In `notice.promises`,
    `notice.introduction` and `organisation.complaints`, write `{use: …}` in place of the text.
    """

    use: NonEmpty | None = None
    """Id in the shipped catalogue; what you write yourself goes before what it says."""
