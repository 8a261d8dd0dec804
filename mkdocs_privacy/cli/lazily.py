"""Commands that are imported when they are wanted: each needs other things, and some an extra."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from mkdocs_privacy import __version__
from mkdocs_privacy.garbage import frozen_afterwards


class LazyGroup(click.Group):
    """A group that knows of each subcommand where it is and what it does in a few words."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **others: Any) -> None:
        """`lazy` has by name the place, as `package.module:attribute`, and the short help."""
        super().__init__(*args, **others)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands."""
        return sorted(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a subcommand; nothing where there is none of this name."""
        if cmd_name not in self._lazy:
            return None
        place, _ = self._lazy[cmd_name]
        command: click.Command = import_with_extra(place, f"{ctx.info_name} {cmd_name}")
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """What a shell offers: subcommands, which are not imported for it, and options."""
        names = [
            CompletionItem(name, help=short)
            for name, (_, short) in sorted(self._lazy.items())
            if name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in sorted(self._lazy.items())])


def import_with_extra(place: str, command: str) -> Any:
    """What stands at `package.module:attribute`; without the extra, say that `command` needs it."""
    module, _, attribute = place.partition(":")
    try:
        with frozen_afterwards():
            return getattr(import_module(module), attribute)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("mkdocs_privacy"):
            raise
        package = (missing.name or command).partition(".")[0]
        extra = "scan" if package in _OF_A_SCAN else "receiver"
        raise click.ClickException(
            f"`{command}` needs the package {package}, which is not installed: install this "
            f"package with the extra `{extra}`: add [{extra}] to what you gave to pip, such as "
            f"pip install './mkdocs_privacy-{__version__}-py3-none-any.whl[{extra}]'"
        ) from None


_OF_A_SCAN = ("packaging", "playwright", "publicsuffixlist")
