"""The options of `- privacy-center:` in mkdocs.yml."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError

from mkdocs_privacy.model.scalars import read_day


class Endpoint(option.OptionallyRequired[str]):
    """An address that a form may post personal data to: https, or http on this machine."""

    def run_validation(self, value: object) -> str:
        """Refuse what is no address, and what would send personal data in the clear."""
        address = urlsplit(value if isinstance(value, str) else "")
        on_this_machine = address.hostname in ("localhost", "127.0.0.1", "::1")
        if address.hostname and (
            address.scheme == "https" or (address.scheme == "http" and on_this_machine)
        ):
            return str(value)
        raise ValidationError(
            f"‘{value}’ is not an address that a form may post to: it must begin with https:// "
            "(http:// only on localhost), such as https://requests.example.be/privacy"
        )


class RelativePath(option.OptionallyRequired[str]):
    """A place below the site's root, without leading or trailing slash."""

    def run_validation(self, value: object) -> str:
        """Refuse what leads out of the site."""
        path = str(value).strip("/")
        if path and not all(re.fullmatch(r"\w[\w.-]*", step) for step in path.split("/")):
            raise ValidationError(f"‘{value}’ is not a path below the site, such as legal/privacy")
        return path


class Day(option.OptionallyRequired[date]):
    """A day: 2026-03-01, as a date or a text of YAML."""

    def run_validation(self, value: object) -> date:
        """Refuse what is no day, or a moment of one."""
        try:
            return read_day(value)
        except ValueError as problem:
            raise ValidationError(str(problem)) from None


class RequestsConfig(Config):
    """How visitors' requests reach the organisation."""

    endpoint = option.Optional(Endpoint())
    """The address that request forms post to; `{language}` and `{right}` in it are filled in.
    Without it the pages offer e-mail and a letter. `!ENV` keeps it out of the repository."""


class PrivacyCenterConfig(Config):
    """Everything that mkdocs.yml says about the privacy center; the rest is data."""

    enabled = option.Type(bool, default=True)
    """Whether the privacy center is built at all."""

    data_dir = option.Type(str, default="privacy")
    """The folder with the privacy data, relative to mkdocs.yml."""

    path = RelativePath(default="")
    """Where the privacy center stands in the site: nothing for the whole site, `privacy` for below
    `/privacy/`."""

    form_of_address = option.DictOfItems(option.Choice(("formal", "informal")), default={})
    """How each language addresses the reader, `{nl: informal, fr: formal}`: u or je, vous or tu;
    formal where nothing is said."""

    today = option.Optional(Day())
    """The day that counts as today, `2026-03-01`: it decides which version of the policy applies.
    For examples and previews; without it `SOURCE_DATE_EPOCH` says which day it is, or the clock."""

    requests = option.SubConfig(RequestsConfig)
    """How visitors' requests reach the organisation."""
