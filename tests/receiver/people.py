"""Real receivers of a small site, each a process of a machine, and the people who post to them."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from socket import create_server
from typing import Any

import yaml
from machines import Program
from patience import PATIENCE
from requests_world import ACCESS, REQUESTS_WORLD
from worlds import LANGUAGES, write_files

from mkdocs_privacy.requests import make_reference

ADDRESS = "https://requests.tuimelkous.example"
_FEWEST_WORDS = 3
_PORTS = count(10_000 + os.getpid() * 1009 % 20_000)
"""Below those that the system hands out, and other ones in each process of the tests."""
WELL = frozenset({200, 201})
"""The answers to a post that is kept."""


def write_site(folder: Path) -> Path:
    """The small site whose requests are received, in three languages; its mkdocs.yml."""
    languages = [
        {"locale": code, "name": code, "default": code == LANGUAGES[0]} for code in LANGUAGES
    ]
    config = {
        "site_name": "Privacy",
        "site_url": "https://privacy.tuimelkous.example/",
        "theme": {"name": "material", "language": LANGUAGES[0]},
        "plugins": [
            {"privacy-center": {"requests": {"endpoint": f"{ADDRESS}/", "format": "json"}}},
            {"i18n": {"languages": languages}},
        ],
    }
    write_files(folder, {**REQUESTS_WORLD, "mkdocs.yml": yaml.safe_dump(config)})
    return folder / "mkdocs.yml"


def free_port() -> int:
    """One that nothing listens on."""
    for port in _PORTS:
        with suppress(OSError), create_server(("127.0.0.1", port)):
            return port
    raise AssertionError


@dataclass(frozen=True)
class Told:
    """What somebody was told about a request."""

    reference: str
    status: int | None
    """Nothing where no answer came."""
    words: str

    @property
    def is_accepted(self) -> bool:
        return self.status in WELL

    @property
    def has_reason(self) -> bool:
        """Whether a refusal says why, in words."""
        with suppress(ValueError, TypeError, KeyError):
            return has_reason(json.loads(self.words)["detail"])
        return has_reason(self.words)

    @property
    def shown(self) -> str:
        return f"{self.status or 'nothing'}: {self.words[:300]}"


def has_reason(said: str) -> bool:
    """Whether something is more than a word or a code."""
    return len(said.split()) >= _FEWEST_WORDS


class Receiver:
    """A receiver, in a process."""

    def __init__(self, program: Program, port: int) -> None:
        self.program = program
        self.port = port

    def is_listening(self) -> bool:
        """Wait until it answers something, or has ended."""
        end = time.monotonic() + PATIENCE
        while self.program.is_running:
            assert time.monotonic() < end, f"it does not answer:\n{self.program.said}"
            with suppress(OSError, HTTPException):
                connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
                connection.request("GET", "/health")
                connection.getresponse().read()
                connection.close()
                return True
            time.sleep(0.005)
        return False

    def post(self, requests: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
        """Post requests one after the other, each from an address of its own."""
        for request in requests:
            headers = {"Content-Type": "application/json", "X-Forwarded-For": _visitor()}
            connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            try:
                connection.request("POST", "/", json.dumps(request), headers)
                answer = connection.getresponse()
                words = answer.read().decode()
            except (OSError, HTTPException):
                yield Told(request["reference"], None, "")
            else:
                yield Told(request["reference"], answer.status, words)
            finally:
                connection.close()


_VISITORS = count()


def _visitor() -> str:
    number = next(_VISITORS)
    return ".".join(map(str, (10, number >> 16 & 255, number >> 8 & 255, number & 255)))


def new_requests(number: int) -> list[dict[str, Any]]:
    """So many requests, each of somebody else."""
    references = [make_reference() for _ in range(number)]
    return [
        {**ACCESS, "reference": reference, "email": f"{reference.lower()}@voorbeeld.example"}
        for reference in references
    ]
