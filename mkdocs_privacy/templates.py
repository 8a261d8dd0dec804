"""The templates of `site_template/` as Jinja reads them, and their compiled code on disk."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, NoReturn

import jinja2
from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.bccache import Bucket

from mkdocs_privacy import __version__
from mkdocs_privacy.dressing import PICTURE_CLASS
from mkdocs_privacy.kept_work import TEMPLATES, kept_work
from mkdocs_privacy.shipped import shipped

NOT_TEXT = "the file is not UTF-8 text: save it with the encoding UTF-8"


def template_environment(
    own: Path | None = None, finalize: Callable[[Any], Any] | None = None
) -> Environment:
    """The shipped templates, those of a site's `own` folder before them; all but `.txt` is HTML.

    What they print goes through `finalize`.
    """
    folders = [folder for folder in (own, shipped("site_template")) if folder]
    environment = _Environment(
        own,
        loader=ChoiceLoader([_Folder(folder) for folder in folders]),
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


class _Folder(FileSystemLoader):
    """A folder of templates, each of which is told where it is no text."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is as it was."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            file = os.fspath(Path(self.searchpath[0], template))
            raise TemplateSyntaxError(NOT_TEXT, line, template, file) from None


class _Environment(Environment):
    """One in which whatever a template of the site's own does wrong is a TemplateError."""

    def __init__(self, own: Path | None, **options: Any) -> None:
        super().__init__(**options)
        self._own = own

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what a template raised, at its line."""
        try:
            super().handle_exception(source)
        except TemplateError:
            raise
        except Exception as error:
            if not self._is_of_the_site(error):
                raise
            is_endless = isinstance(error, RecursionError)
            problem = "it includes or calls itself" if is_endless else str(error)
            raise TemplateRuntimeError(problem).with_traceback(error.__traceback__) from None

    def _is_of_the_site(self, error: Exception) -> bool:
        """Whether the last template that something went through is one of the site's own."""
        files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        templates = [file for file in files if not file.endswith(".py")]
        return bool(self._own and templates and Path(templates[-1]).is_relative_to(self._own))


@cache
def template_cache(*ingredients: str) -> BytecodeCache:
    """The compiled templates of this user, which a process reads once for all that ask for them.

    Compiling Material's templates takes longer than making all our pages. Jinja compares the text
    of a template and the version of Python; whatever else shapes the compiled code must be among
    the `ingredients`.
    """
    return _CompiledTemplates(__version__, jinja2.__version__, *ingredients)


class _CompiledTemplates(BytecodeCache):
    """The code of templates among what is kept between builds, and in memory."""

    def __init__(self, *ingredients: str) -> None:
        self._ingredients = ingredients
        self._code: dict[str, tuple[str, CodeType]] = {}
        """By the name of a template and its file: of which text, and what it became."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find the code of a template with this text."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        kept = kept_work(TEMPLATES).find_bytes(*self._ingredients, bucket.key)
        if kept is not None:
            bucket.bytecode_from_string(kept)
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        kept = bucket.bytecode_to_string()
        kept_work(TEMPLATES).keep_bytes(kept, *self._ingredients, bucket.key)
        self._remember(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.checksum, bucket.code
