"""Standard output and error that never refuse a character."""

from __future__ import annotations

import codecs
import io
import json
import sys

_HANDLER = "mkdocs-privacy-json-escape"


def write_anything() -> None:
    """Have standard output and error write what their encoding lacks as JSON escapes it: `\\u202f`.

    On Windows a file or a pipe takes the characters of one part of the world (cp1252). JSON stays
    valid. Who wants the characters themselves sets PYTHONUTF8=1.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and _is_partial(stream.encoding):
            stream.reconfigure(errors=_HANDLER)


def _is_partial(encoding: str) -> bool:
    return not codecs.lookup(encoding).name.startswith("utf")


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(_HANDLER, _escape)
