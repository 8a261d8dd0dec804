"""The templates of `site_template/` as Jinja reads them, and their compiled code on disk."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import FunctionType, MethodType
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
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from mkdocs_privacy import __version__
from mkdocs_privacy.kept_work import temporary_folder
from mkdocs_privacy.shipped import shipped


class _Context(Context):
    """Calls macros, functions and methods at once.

    Jinja looks at each of them three times first, which takes longer than most of them do.
    """

    @internalcode  # errors point at the template
    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        kind = type(__obj)
        if kind is Macro:
            args = (__self.eval_ctx, *args)
        elif kind not in _PLAIN or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


_PLAIN = (FunctionType, MethodType)


class _Code(CodeGenerator):
    """Prints a value of HTML in one call: a page prints thousands, most of them `Markup`."""

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")

    def _output_child_post(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class _Environment(Environment):
    """Jinja's environment, which does less for each value and each call."""

    code_generator_class = _Code
    context_class = _Context

    @internalcode
    def printed(self, value: Any) -> Markup:
        """A value as HTML has it; `Markup` is that already."""
        if type(value) is Markup:
            return value
        return escape(self.finalize(value) if self.finalize else value)


def template_environment(
    own: Path | None = None, finalize: Callable[[Any], Any] | None = None
) -> Environment:
    """The shipped templates, those of a site's `own` folder before them; all but `.txt` is HTML.

    What they print goes through `finalize`.
    """
    folders = [folder for folder in (own, shipped("site_template")) if folder]
    return _Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
        optimized=False,  # looking for constants takes longer than they would in any build
        finalize=finalize,
        bytecode_cache=template_cache("printed, not optimized", "finalize" if finalize else ""),
    )


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
