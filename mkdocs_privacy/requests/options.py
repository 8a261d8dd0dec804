"""What mkdocs.yml says under `requests:`: where requests go, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field, StrictBool, model_validator

from mkdocs_privacy.findings import KeyPath
from mkdocs_privacy.findings.rules import options as rules
from mkdocs_privacy.model import (
    RESERVED_NAMES,
    NonEmpty,
    Record,
    RequestType,
    language_code,
    violation,
)
from mkdocs_privacy.requests.origin import is_this_machine, origin_of


class RequestFormat(StrEnum):
    """What an endpoint understands."""

    FORM = "form"
    """Any form service or script: `application/x-www-form-urlencoded`, and a redirect back."""
    JSON = "json"
    """Our own contract as JSON; a browser without JavaScript posts the same fields as a form."""
    FIDES = "fides"
    """Fides: the array of its API. A browser without JavaScript cannot write it."""
    NETLIFY = "netlify"
    """Netlify Forms: posted to the site itself."""
    FORMSPREE = "formspree"
    """Formspree: `endpoint: https://formspree.io/f/…`."""
    WEB3FORMS = "web3forms"
    """Web3Forms: needs `access_key`."""


_PLACEHOLDERS = ("{language}", "{right}")


def _check_endpoint(written: str) -> str:
    if _is_endpoint(written):
        return written
    raise violation(
        rules.BAD_ENDPOINT,
        "‘{written}’ is not an address to which a form can post: begin it with https:// (http:// "
        "only on localhost), without user name and #, such as "
        "https://requests.example.be/privacy/{right}; {language} and {right} may be in its path",
        {"written": written},
    )


def _is_endpoint(written: str) -> bool:
    try:
        address = urlsplit(written)
        host, _port = address.hostname, address.port
    except ValueError:
        return False
    if not host:
        return False
    is_safe = address.scheme == "https" or (address.scheme == "http" and is_this_machine(host))
    _, _, rest = written.partition(address.netloc)
    for placeholder in _PLACEHOLDERS:
        rest = rest.replace(placeholder, "")
    # the origin stands in a policy of the page, where these would end a directive
    is_harmless = not re.search(r"[\s\"'<>\\;,{}#@]", address.netloc + rest)
    # and a `*` in its host would stand for every host
    return is_safe and is_harmless and "*" not in address.netloc


Endpoint = Annotated[str, AfterValidator(_check_endpoint)]
"""An address that a form may post personal data to: https, or http on this machine."""

WEB3FORMS_ENDPOINT = "https://api.web3forms.com/submit"


class FidesOptions(Record):
    """What Fides needs to know."""

    policy_keys: dict[RequestType, NonEmpty] = Field(
        default_factory=lambda: {
            RequestType.ACCESS: "default_access_policy",
            RequestType.ERASURE: "default_erasure_policy",
        }
    )
    """The policy of Fides that carries out each right. A right without one has no form: its page
    offers e-mail and a letter."""
    property_id: NonEmpty | None = None
    """The property of Fides that requests belong to."""
    location: NonEmpty | None = None
    """Where requests come from, as Fides writes it: `be`."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one form posts to, and how."""

    format: RequestFormat
    address: str | None = None
    """The endpoint; nothing where the page of receipt on the site itself takes the request."""


class RequestOptions(Record):
    """How visitors' requests reach the organisation."""

    endpoint: Endpoint | None = None
    """The address that request forms post to; `{language}` and `{right}` in it are filled in.
    Without it the pages offer e-mail and a letter. `!ENV` keeps it out of the repository."""
    endpoint_by_right: dict[RequestType, Endpoint] = Field(default_factory=dict)
    """Another address for single rights: `{erasure: https://…}`. Goes before that of a language."""
    endpoint_by_language: dict[Annotated[NonEmpty, AfterValidator(language_code)], Endpoint] = (
        Field(default_factory=dict)
    )
    """Another address for single languages of the site: `{fr: https://…}`."""
    format: RequestFormat = RequestFormat.FORM
    """What the endpoint understands."""
    access_key: NonEmpty | None = None
    """The access key of Web3Forms. It stands on the page for everybody to see, as they intend."""
    hidden_fields: dict[NonEmpty, NonEmpty] = Field(default_factory=dict)
    """Fields with a fixed value that every form adds: `{shop: antwerp}`."""
    fides: FidesOptions = FidesOptions()
    """What Fides needs to know, with `format: fides`."""
    post_from_preview: StrictBool = False
    """Whether the forms in `mkdocs serve` post to the endpoint too. Without it the preview takes
    requests itself, so that a trial reaches nobody."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if reasons := "; ".join(self._contradictions()):
            raise violation(rules.CONTRADICTION, "{reasons}", {"reasons": reasons})
        return self

    def _contradictions(self) -> Iterator[str]:
        match self.format:
            case RequestFormat.NETLIFY if self.endpoints:
                yield "Netlify receives requests at the address of the site: remove `endpoint`"
            case RequestFormat.FORMSPREE | RequestFormat.FIDES if not self.endpoints:
                yield f"`format: {self.format}` needs an `endpoint`"
            case RequestFormat.WEB3FORMS if not self.access_key:
                yield "`format: web3forms` needs an `access_key`"
        if self.access_key and self.format is not RequestFormat.WEB3FORMS:
            yield "`access_key` needs `format: web3forms`"
        taken = sorted(RESERVED_NAMES.intersection(self.hidden_fields))
        if taken:
            yield (
                f"`hidden_fields`: ‘{taken[0]}’ is a name that request forms use: choose "
                "another name"
            )

    @property
    def has_endpoint(self) -> bool:
        """Whether some form posts somewhere."""
        needs_none = self.format in (RequestFormat.NETLIFY, RequestFormat.WEB3FORMS)
        return needs_none or bool(self.endpoints)

    @property
    def stay_in_preview(self) -> bool:
        """Whether a preview takes requests itself, which then reach nobody."""
        return not (self.has_endpoint and self.post_from_preview)

    @property
    def in_preview(self) -> RequestOptions:
        """What holds for requests that a preview takes itself."""
        return RequestOptions(format=RequestFormat.JSON, hidden_fields=self.hidden_fields)

    @property
    def speaks_our_contract(self) -> bool:
        """Whether what is posted is as our contract says, and not as some service wants it."""
        return self.format in (RequestFormat.FORM, RequestFormat.JSON)

    @property
    def endpoints(self) -> tuple[str, ...]:
        """Every address that is stated, before `{language}` and `{right}` go in."""
        stated = (*self.endpoint_by_right.values(), *self.endpoint_by_language.values())
        return (self.endpoint, *stated) if self.endpoint else stated

    def posting(self, language: str, request_type: RequestType) -> Posting | None:
        """Where the form for one right in one language posts to; nothing where there is no form."""
        if self.format is RequestFormat.NETLIFY:
            return Posting(self.format)
        if self.format is RequestFormat.FIDES and request_type not in self.fides.policy_keys:
            return None
        default = WEB3FORMS_ENDPOINT if self.format is RequestFormat.WEB3FORMS else None
        address = self.endpoint_for(language, request_type) or default
        if address is None:
            return None
        filled = address.replace("{language}", quote(language)).replace("{right}", request_type)
        return Posting(self.format, filled)

    def endpoint_for(self, language: str, request_type: RequestType) -> str | None:
        """The address for one right in one language, before `{language}` and `{right}` go in."""
        return (
            self.endpoint_by_right.get(request_type)
            or self.endpoint_by_language.get(language)
            or self.endpoint
        )

    def conflicts(
        self, languages: Iterable[str], fields: Iterable[str]
    ) -> Iterator[tuple[KeyPath, str]]:
        """What cannot be together with the languages of a site and the fields that it adds."""
        known, added = set(languages), set(fields)
        for language in self.endpoint_by_language:
            if language not in known:
                path = ("requests", "endpoint_by_language", language)
                yield path, f"this site has no language ‘{language}’"
        for name in self.hidden_fields:
            if name in added:
                path = ("requests", "hidden_fields", name)
                yield path, f"‘{name}’ is also an entry of `rights.fields`"

    def origins(self, languages: Iterable[str]) -> tuple[str, ...]:
        """The origins (RFC 6454) of every address that some form of the site posts to, in order."""
        found = (
            self.posting(language, request_type)
            for language in languages
            for request_type in RequestType
        )
        return tuple(
            dict.fromkeys(
                origin_of(posting.address) for posting in found if posting and posting.address
            )
        )
