"""A recording in whichever format it is: HAR, Website Evidence Collector, slashgear."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mkdocs_privacy.scan.observation import Observation, Phase
from mkdocs_privacy.scan.readers.evidence_collector import read_inspection
from mkdocs_privacy.scan.readers.har import read_har
from mkdocs_privacy.scan.readers.slashgear import read_slashgear

LARGEST = 200_000_000
"""Bytes: a recording with all answers in it is large."""


class UnreadableRecording(ValueError):
    """Why a file is no recording that can be read."""


def read_recording(path: Path, phase: Phase | None = None) -> Observation:
    """What a recording shows, in a phase if somebody says which; raises UnreadableRecording."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableRecording(f"this file is larger than {LARGEST // 1_000_000} MB")
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableRecording(f"this cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UnreadableRecording("this is no JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        raise UnreadableRecording(
            f"this is no valid JSON, from line {error.lineno} on: record it again"
        ) from None
    except (ValueError, RecursionError):
        raise UnreadableRecording("this is no valid JSON: record it again") from None
    read, expected = _reader(content)
    try:
        return read(content, phase)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        raise UnreadableRecording(
            f"something in this recording is not as its format has it. {expected}: record it again"
        ) from None


_Read = Callable[[Mapping[str, Any], Phase | None], Observation]


def _reader(content: Any) -> tuple[_Read, str]:
    """What reads a recording, and what its format has."""
    if isinstance(content, Mapping) and isinstance(content.get("log"), Mapping):
        return (
            lambda content, phase: read_har(content["log"], phase or Phase.UNKNOWN),
            "A HAR has `entries`, each with a `request` that has a `url`, and with a `response`; "
            "headers and cookies have a `name` and a `value`",
        )
    if isinstance(content, Mapping) and "uri_ins" in content:
        return (
            lambda content, phase: read_inspection(content, phase or Phase.BEFORE),
            "An inspection.json has lists of `cookies`, each with `name`, `domain` and a number of "
            "`expiresDays`, `localStorage` by origin, `hosts.requests` by party, and `beacons`, "
            "each with a `url`",
        )
    if isinstance(content, Mapping) and "cookiesBeforeInteraction" in content:
        return (
            lambda content, _: read_slashgear(content),
            "A report of gdpr-cookie-scanner has a `url` and a `scanDate`, cookies with `name`, "
            "`domain` and a number in `expires`, and requests with `url` and `resourceType`",
        )
    raise UnreadableRecording(
        "nobody knows this format: give a HAR, the inspection.json of the Website Evidence "
        "Collector, or the JSON report of gdpr-cookie-scanner"
    )
