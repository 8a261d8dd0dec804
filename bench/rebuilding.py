"""A preview without its server: a site is built again and again in one process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_privacy.plugin.demand import Demand

ADDRESS = "http://127.0.0.1:8000/"


@dataclass
class Preview:
    """Builds a site as `mkdocs serve` does after a change, and for somebody who asks."""

    config: Path
    site: Path
    """Where it goes."""
    _demand: Demand | None = field(default=None, init=False)

    def build(self, *asked: str) -> None:
        """Build once more, for pages that somebody asks for; else because a file was changed."""
        if self._demand:
            self._ask(self._demand, asked)
        config = load_config(config_file=str(self.config), site_dir=str(self.site))
        if self._demand is None:
            config.plugins.on_startup(command="serve", dirty=False)
            self._demand = config.plugins["privacy-center"].demand
            self._demand.is_served = True
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    @staticmethod
    def _ask(demand: Demand, places: Sequence[str]) -> None:
        """Before mkdocs.yml is read, as the server does: a build forgets which pages there are."""
        for place in places:
            demand.ask(place)
        if not places:
            demand.forget_everything()
