"""What every process of a machine knows when it is forked, so that hundreds of them do not find it
out again: what they import late, and the words of the site.

Nothing here opens a database, and nothing runs when it is done. Without it all is the same, but
slower.
"""

from __future__ import annotations

import gc
import os
import threading
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from machines import SITE

from mkdocs_privacy.cli import requests as commands
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.site import words

_LATE = (
    *("alembic.command", "alembic.config", "alembic.autogenerate", "mako.template"),
    *("sqlalchemy.dialects.sqlite.pysqlite", "sqlalchemy.dialects.postgresql.psycopg", "psycopg"),
    *("uvicorn.lifespan.on", "uvicorn.loops.auto", "uvicorn.loops.asyncio"),
    *("uvicorn.protocols.http.auto", "uvicorn.protocols.websockets.auto"),
    *("babel.dates", "dateutil.easter", "encodings.idna", "feedgen.feed", "holidays.countries"),
    "jsonschema",
    *("mkdocs_privacy.exports", "mkdocs_privacy.requests.receiver.serving", "databases"),
    "mkdocs_privacy.pictures.drawing",
    *(f"{commands.__name__}.{command.name}" for command in iter_modules(commands.__path__)),
)


def _read_site(config_file: Path) -> None:
    """Catalogs and the catalogue take tenths of a second, and are the same in each process."""
    words.load_catalog = cache(words.load_catalog)  # type: ignore[attr-defined]
    site = open_site(config_file)
    assert site.is_sound  # with it the shipped catalogue has been read, and models are ready
    for language in site.languages:
        site.localization(language)


for name in _LATE:
    import_module(name)
os.chdir(Path(os.environ[SITE]).parent)  # where the commands will be typed
_read_site(Path(os.environ[SITE]))
gc.freeze()  # a receiver collects garbage when it begins: none of this is any
assert threading.active_count() == 1
