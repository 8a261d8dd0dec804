"""The plugins that mkdocs.yml names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.plugins import get_plugins

from mkdocs_privacy.findings import Finding, KeyPath, Place
from mkdocs_privacy.findings.rules.options import MKDOCS_OPTION, MKDOCS_WARNING, NO_PLUGIN
from mkdocs_privacy.model import nearest
from mkdocs_privacy.site import PLUGIN


@dataclass(frozen=True, slots=True)
class Plugins:
    """What a file says under `plugins:`, which is a list or a mapping, and where."""

    written: Any
    places: Mapping[KeyPath, Place]

    def entries(self) -> Iterator[tuple[str, Any, KeyPath]]:
        """Each plugin: its name, its options, the way to it in the file."""
        if isinstance(self.written, Mapping):
            for name, options in self.written.items():
                yield str(name), options, ("plugins", name)
        for index, entry in enumerate(self.written if isinstance(self.written, list) else ()):
            for name, options in (entry if isinstance(entry, Mapping) else {entry: None}).items():
                path: KeyPath = ("plugins", index)
                yield str(name), options, (*path, name) if isinstance(entry, Mapping) else path

    def has(self, name: str) -> bool:
        """Whether a plugin is named."""
        return any(entry == name for entry, _, _ in self.entries())

    def options(self, name: str) -> Mapping[str, Any]:
        """The options of a plugin; none where it has none, or something that cannot be."""
        for entry, options, _ in self.entries():
            if entry == name:
                return options if isinstance(options, Mapping) else {}
        return {}

    def places_in(self, name: str) -> dict[KeyPath, Place]:
        """The lines of the options of a plugin, and below the empty path that of the plugin."""
        for entry, _, path in self.entries():
            if entry == name:
                inside = len(path)
                return {
                    known[inside:]: place
                    for known, place in self.places.items()
                    if known[:inside] == path
                }
        return {}

    def findings(self) -> Iterator[Finding]:
        """What is wrong with how our own plugin stands there."""
        ours = [
            (options, self.places.get(path))
            for name, options, path in self.entries()
            if name == PLUGIN
        ]
        if not ours:
            yield self._missing()
        for options, place in ours:
            if options and not isinstance(options, Mapping):
                message = f"Invalid config options for the '{PLUGIN}' plugin."
                yield Finding(MKDOCS_OPTION, message, place=place)
        for _, place in ours[1:]:
            message = (  # as MkDocs says it
                f"Plugin '{PLUGIN}' was specified multiple times - this is likely a mistake, "
                "because the plugin doesn't declare `supports_multiple_instances`."
            )
            yield Finding(MKDOCS_WARNING, message, place=place)

    def _missing(self) -> Finding:
        """That our own plugin is not named, or that what stands in its place is no plugin."""
        # Material gives its own a name before theirs: `privacy` is `material/privacy`
        known = {name.rpartition("/")[2] for name in get_plugins()}
        unknown = {name: path for name, _, path in self.entries() if name not in known}
        if misspelt := nearest(PLUGIN, unknown):
            message = (  # as MkDocs says it
                f'The "{misspelt}" plugin is not installed (did you mean ‘{PLUGIN}’?)'
            )
            return Finding(MKDOCS_OPTION, message, place=self.places.get(unknown[misspelt]))
        message = (
            f"the plugin `{PLUGIN}` is missing under `plugins:`: add it, because without it a "
            "build makes no privacy center"
        )
        return Finding(NO_PLUGIN, message, place=self.places.get(("plugins",)))
