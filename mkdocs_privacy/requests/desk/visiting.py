"""Who looks at the desk, in which language, and the addresses of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

from mkdocs_privacy.localization import Localization
from mkdocs_privacy.requests.desk.settings import DeskSettings
from mkdocs_privacy.requests.form import SHORT
from mkdocs_privacy.requests.intake import Intake, preferred_language

_NAMES_OF_USER = ("x-remote-user", "remote-user")


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at the desk; what it knows of the reader stands in every link, in no cookie."""

    localization: Localization
    by: str | None
    """Who is there, as the proxy says or as they typed once."""
    is_known: bool
    """Whether the proxy says so."""
    kept: Mapping[str, str]
    """What every link has in its query."""
    root: str

    def link(self, path: str = "", **query: str | int | None) -> str:
        """The address of a page; a value that is none leaves its name out."""
        wanted = {name: value for name, value in {**self.kept, **query}.items() if value}
        return f"{self.root}/{quote(path)}" + (f"?{urlencode(wanted)}" if wanted else "")


def user_of(http: Request) -> str | None:
    """Who is there, as the proxy says; nobody where it says nothing, or two things.

    A proxy writes over the one header that it uses: another one beside it may be a forgery.
    """
    named = {name for header in _NAMES_OF_USER for name in http.headers.getlist(header)}
    return read_name(_in_utf_8(named.pop())) if len(named) == 1 else None


def _in_utf_8(value: str) -> str:
    """What a header holds, as proxies write it: Starlette reads it as Latin-1."""
    return value.encode("latin-1").decode(errors="replace")


def visit_of(http: Request, intake: Intake, settings: DeskSettings) -> Visit:
    """What a request for a page says of its reader."""
    known = tuple(intake.localizations)
    asked = http.query_params.get("language")
    chosen = asked if asked in known else None
    language = chosen or preferred_language(http.headers.get("accept-language"), known)
    typed = None if settings.is_proxied else read_name(http.query_params.get("by"))
    kept = {"language": chosen, "by": typed}
    return Visit(
        intake.localization(language),
        user_of(http) if settings.is_proxied else typed,
        settings.is_proxied,
        {name: value for name, value in kept.items() if value},
        settings.root,
    )


def read_name(written: object) -> str | None:
    """A name as somebody types it, in one line; nothing where there is none."""
    words = " ".join(written.split()) if isinstance(written, str) else ""
    return "".join(letter for letter in words if letter.isprintable())[:SHORT] or None
