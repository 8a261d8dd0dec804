"""The templates of `site_template/` as Jinja reads them, and their compiled code on disk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    select_autoescape,
)
from jinja2.bccache import Bucket

from mkdocs_privacy import __version__
from mkdocs_privacy.dressing import PICTURE_CLASS
from mkdocs_privacy.kept_work import temporary_folder
from mkdocs_privacy.shipped import shipped


def template_environment(
    own: Path | None = None, finalize: Callable[[Any], Any] | None = None
) -> Environment:
    """The shipped templates, those of a site's `own` folder before them; all but `.txt` is HTML.

    What they print goes through `finalize`.
    """
    folders = [folder for folder in (own, shipped("site_template")) if folder]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
        optimized=False,  # looking for constants takes longer than they would in any build
        finalize=finalize,
        bytecode_cache=template_cache("not optimized", *(["finalize"] if finalize else [])),
    )
    environment.globals["picture_class"] = PICTURE_CLASS
    environment.globals["once"] = lambda macro: macro  # who makes many pages knows better
    return environment


def template_cache(*ingredients: str) -> BytecodeCache | None:
    """Jinja's cache in the temporary folder of this user, or none where that cannot be used.

    Compiling Material's templates takes longer than making all our pages. Jinja compares the text
    of a template and the version of Python; whatever else shapes the compiled code must be among
    the `ingredients`.
    """
    folder = temporary_folder()
    key = sha256("\0".join((__version__, jinja2.__version__, *ingredients)).encode())
    pattern = f"mkdocs-privacy-{key.hexdigest()[:16]}-%s.cache"
    return _compiled_templates(str(folder), pattern) if folder else None


class _CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's cache of files, of which a process reads each once for all languages of a site."""

    def __init__(self, folder: str, pattern: str) -> None:
        super().__init__(folder, pattern)
        self._code: dict[str, tuple[str, CodeType]] = {}
        """By the name of a template and its file: of which text, and what it became."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find the code of a template with this text."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        super().load_bytecode(bucket)
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in memory alone where the disk takes none."""
        with suppress(OSError):  # a full one: what the template says is the same without
            super().dump_bytecode(bucket)
        self._remember(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.checksum, bucket.code


@cache
def _compiled_templates(folder: str, pattern: str) -> BytecodeCache:
    """The one of this process."""
    return _CompiledTemplates(folder, pattern)
