"""What every process of a machine knows when it is forked, so that hundreds of them do not find it
out again: what they import late, and the words of the site.

Nothing here opens a database, and nothing runs when it is done. Without it all is the same, but
slower.
"""

from __future__ import annotations

import os
import threading
from functools import cache
from importlib import import_module
from pathlib import Path

from machines import SITE

from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.site import words

_LATE = (
    *("alembic.command", "alembic.autogenerate", "mako.template"),
    *("sqlalchemy.dialects.sqlite.pysqlite", "sqlalchemy.dialects.postgresql.psycopg", "psycopg"),
    *("uvicorn.lifespan.on", "uvicorn.loops.auto", "uvicorn.protocols.http.auto"),
    *("babel.dates", "dateutil.easter", "encodings.idna", "feedgen.feed", "holidays.countries"),
    *("mkdocs_privacy.exports", "mkdocs_privacy.requests.receiver.serving", "databases"),
)


def _read_words(config_file: Path) -> None:
    """Catalogs take a tenth of a second, and are the same in each process."""
    words.load_catalog = cache(words.load_catalog)  # type: ignore[attr-defined]
    site = open_site(config_file)
    assert site.is_sound
    for language in site.languages:
        site.localization(language)


for name in _LATE:
    import_module(name)
os.chdir(Path(os.environ[SITE]).parent)  # where the commands will be typed
_read_words(Path(os.environ[SITE]))
assert threading.active_count() == 1
