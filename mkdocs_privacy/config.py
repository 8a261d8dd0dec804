"""The options of `- privacy-center:` in mkdocs.yml."""

from __future__ import annotations

import re
from datetime import date

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from mkdocs_privacy.content_security import Policy, check_sources
from mkdocs_privacy.model import read_day
from mkdocs_privacy.requests import RequestOptions, WrongOptions, read_request_options


class Requests(BaseConfigOption[RequestOptions]):
    """How visitors' requests reach the organisation: a mapping of the options of requests/."""

    def __init__(self) -> None:
        super().__init__()
        self.default = {}  # validated like what somebody wrote; MkDocs copies it

    def run_validation(self, value: object) -> RequestOptions:
        """Refuse what is no such mapping, saying all that is wrong with it."""
        if isinstance(value, RequestOptions):  # static-i18n validates once for each language
            return value
        try:
            return read_request_options(value)
        except WrongOptions as wrong:
            raise ValidationError("; ".join(wrong.problems)) from None


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


class AllowedSources(option.OptionallyRequired[Policy]):
    """Sources for directives of a Content-Security-Policy."""

    def run_validation(self, value: object) -> Policy:
        """Refuse what is no such mapping, and what would break the policy apart."""
        if not isinstance(value, dict) or not all(isinstance(one, list) for one in value.values()):
            raise ValidationError("lists are expected: `img-src: [https://pictures.example.be]`")
        try:
            return {str(name): check_sources(str(name), value[name]) for name in value}
        except ValueError as problem:
            raise ValidationError(str(problem)) from None


class ContentSecurityPolicyConfig(Config):
    """What browsers let the pages load and do."""

    enabled = option.Type(bool, default=True)
    """Whether the pages have a Content-Security-Policy, and the site files of headers."""

    also_allow = AllowedSources(default={})
    """What the site embeds of its own, by directive:
    `{script-src: [https://statistics.example.be], connect-src: [https://statistics.example.be]}`."""


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

    requests = Requests()
    """How visitors' requests reach the organisation."""

    content_security_policy = option.SubConfig(ContentSecurityPolicyConfig)
    """What browsers let the pages load and do: files of the site itself, requests to the endpoint,
    and what is allowed here."""
