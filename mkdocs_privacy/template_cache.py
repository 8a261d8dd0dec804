"""Compiled templates on disk: compiling Material's takes longer than making all our pages."""

from __future__ import annotations

import os
from hashlib import sha256

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache

from mkdocs_privacy import __version__


def template_cache(*ingredients: str) -> BytecodeCache | None:
    """Jinja's cache in the temporary folder of this user, or none where that cannot be used.

    Jinja compares the text of a template and the version of Python; whatever else shapes the
    compiled code must be among the `ingredients`.
    """
    key = sha256("\0".join((__version__, jinja2.__version__, *ingredients)).encode())
    try:
        cache = FileSystemBytecodeCache(pattern=f"mkdocs-privacy-{key.hexdigest()[:16]}-%s.cache")
    except (OSError, RuntimeError):  # no temporary folder, or one that others may write to
        return None
    return cache if os.access(cache.directory, os.W_OK) else None
