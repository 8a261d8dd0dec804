"""The templates of `site_template/` as Jinja reads them, and their compiled code on disk."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
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
    return FileSystemBytecodeCache(str(folder), pattern) if folder else None
