"""`release.yml`: what a release says of itself, sealed with a hash of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Self

import yaml
from pydantic import Field, StringConstraints, ValidationError, model_validator

from mkdocs_privacy.findings import Rule, Severity
from mkdocs_privacy.findings.rules.releases import RELEASE_ALTERED, RELEASE_FORMAT
from mkdocs_privacy.model import LANGUAGE_CODE, IsoDate, Record, Text
from mkdocs_privacy.releases.release import ChosenRevision
from mkdocs_privacy.yaml_source import read_yaml

MANIFEST = "release.yml"
DATA = "center.json"
FORMAT = 1
"""Of this file, counted up when an older version of this package could no longer read it; that of
the data stands in the data."""
WRITTEN_LATER = (
    "this was written by a newer version of mkdocs-privacy: upgrade with `pip install --upgrade "
    "mkdocs-privacy`. If it was not, restore it with {recovery}"
)
ALTERED = (
    "this was changed after its release: restore it with {recovery}. To change the policy, make a "
    "new release"
)
LINE_ENDS = (
    "this file has Windows line endings, which were not there when it was released: restore it "
    "with {recovery}, and keep `* -text` in the .gitattributes beside the releases"
)
"""What is wrong with a file; `{recovery}` stands for the way to put it back."""

_HEAD = "# Written by mkdocs-privacy. Do not edit: every build checks the hashes.\n"
_ID = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([2-9]|[1-9][0-9]+))?")
_SEALED = re.compile(rb"(?P<body>.*\n)sha256: (?P<seal>[0-9a-f]{64})\n", re.DOTALL)
_SAYS_FORMAT = re.compile(rb"^format: ([0-9]{1,9})$", re.MULTILINE)
_FILE = rf"center\.json|policy\.{LANGUAGE_CODE}\.html"

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE_CODE}$")]
NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Of any length: what was released stays readable."""
FileName = Annotated[str, StringConstraints(pattern=f"^(?:{_FILE})$")]


class BrokenManifest(Exception):
    """Why a `release.yml` cannot be believed; `{recovery}` stands for how to put it back."""

    def __init__(self, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class Manifest(Record):
    """What `release.yml` says, in this order."""

    format: int
    id: str
    announced: IsoDate
    effective: IsoDate
    replaces: str | None = None
    previous: Sha256 | None = None
    backdated: Text | None = None
    short_notice: Text | None = None
    consent_revision: ChosenRevision | None = None
    note: Text | None = None
    addresses: dict[LanguageCode, dict[NonEmpty, NonEmpty]] = Field(default_factory=dict)
    made_with: NonEmpty
    files: dict[FileName, Sha256]
    sha256: Sha256

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        position = position_of(self.id)
        if position is None or position[0] != self.effective:
            raise ValueError(f"the id ‘{self.id}’ is not that of {self.effective}")
        if (self.replaces is None) is not (self.previous is None):
            raise ValueError("`replaces` and `previous` go together")
        if not self.languages:
            raise ValueError("no file holds the words")
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the words were published."""
        return tuple(name.split(".")[1] for name in self.files if name != DATA)


def missing(name: str) -> str:
    """What to say of a file of a release that is not there; `{recovery}` is for who says it.

    Without its manifest a folder may be one that was begun by hand, and never was a release.
    """
    undo = ". If nobody has seen this release yet, you can delete its folder instead"
    words = "this file of the release is missing: restore it with {recovery}"
    return words + (undo if name == MANIFEST else "")


def position_of(id: str) -> tuple[date, int] | None:
    """The effective date in a release's id, and which release of that day it is; or no id."""
    found = _ID.fullmatch(id)
    try:
        return (date.fromisoformat(found[1]), int(found[2] or 1)) if found else None
    except ValueError:
        return None


def policy_file(language: str) -> str:
    """The name of the file that holds the words in one language."""
    return f"policy.{language}.html"


def seal(said: Mapping[str, Any]) -> bytes:
    """What a release says, as a file that ends in the hash of every byte above it."""
    body = yaml.safe_dump(dict(said), allow_unicode=True, sort_keys=False, width=1_000_000)
    content = (_HEAD + body).encode()
    return content + f"sha256: {sha256(content).hexdigest()}\n".encode()


def read_manifest(content: bytes) -> Manifest:
    """What `release.yml` says; raises BrokenManifest where that cannot be believed."""
    says_format = _SAYS_FORMAT.search(content)
    if says_format and int(says_format[1]) > FORMAT:
        raise BrokenManifest(RELEASE_FORMAT, WRITTEN_LATER)
    if not _is_sealed(content):
        is_sealed_otherwise = _is_sealed(content.replace(b"\r\n", b"\n"))
        raise BrokenManifest(RELEASE_ALTERED, LINE_ENDS if is_sealed_otherwise else ALTERED)
    source = read_yaml(content, MANIFEST)
    if errors := [one for one in source.findings if one.severity is Severity.ERROR]:
        raise BrokenManifest(RELEASE_ALTERED, f"{errors[0].message}; {ALTERED}")
    try:
        return Manifest.model_validate(source.content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"])) or MANIFEST
        message = f"{where}: {first['msg']}; {ALTERED}"
        raise BrokenManifest(RELEASE_ALTERED, message) from None


def _is_sealed(content: bytes) -> bool:
    sealed = _SEALED.fullmatch(content)
    return sealed is not None and sha256(sealed["body"]).hexdigest().encode() == sealed["seal"]
