"""A recording in whichever format it is: HAR, Website Evidence Collector, slashgear."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    try:
        return _observation(content, phase)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as wrong:
        what = f"{type(wrong).__name__}: {wrong}".splitlines()[0][:_LONGEST]
        raise UnreadableRecording(
            f"something in this recording is not as its format has it ({what}): record it again"
        ) from None


_LONGEST = 200


def _observation(content: Any, phase: Phase | None) -> Observation:
    if isinstance(content, Mapping) and isinstance(content.get("log"), Mapping):
        return read_har(content["log"], phase or Phase.UNKNOWN)
    if isinstance(content, Mapping) and "uri_ins" in content:
        return read_inspection(content, phase or Phase.BEFORE)
    if isinstance(content, Mapping) and "cookiesBeforeInteraction" in content:
        return read_slashgear(content)
    raise UnreadableRecording(
        "nobody knows this format: give a HAR, the inspection.json of the Website Evidence "
        "Collector, or the JSON report of gdpr-cookie-scanner"
    )
