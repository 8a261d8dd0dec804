"""What every process of a machine knows when it is forked, so that hundreds of them do not find it
out again: imports that come with the first post, and the words of the site.

Nothing here opens a database, and nothing runs when it is done.
"""

from __future__ import annotations

import json
import os
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import databases  # noqa: F401
import uvicorn.lifespan.on
import uvicorn.loops.auto
import uvicorn.protocols.http.auto  # noqa: F401
from machines import SITE
from requests_world import ACCESS, an_intake

from mkdocs_privacy.cli import working_site
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.intake import mail_to_owner, mail_to_sender
from mkdocs_privacy.requests.receiver import serving  # noqa: F401


def _read_words(config_file: Path) -> None:
    """Catalogs take a tenth of a second, and are the same in each process."""
    working_site.load_catalog = cache(working_site.load_catalog)  # type: ignore[attr-defined]
    site = working_site.open_site(config_file)
    assert not site.catalog_findings
    for language in site.languages:
        site.localization(language)


def _take_a_post() -> None:
    intake = an_intake()
    taken = intake.take(json.dumps(dict(ACCESS)).encode(), "application/json", datetime.now(UTC))
    assert isinstance(taken, RightsRequest)
    mail_to_owner(taken, intake, "a@voorbeeld.example", "b@voorbeeld.example")
    mail_to_sender(taken, intake, "a@voorbeeld.example", None)


os.chdir(Path(os.environ[SITE]).parent)  # where the commands will be typed
_read_words(Path(os.environ[SITE]))
_take_a_post()
assert threading.active_count() == 1
